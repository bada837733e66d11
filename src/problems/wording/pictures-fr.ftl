# Ce qui empêche de montrer une image. Une phrase dit ce qui ne va pas, .remedy ce qu'il faut faire.

picture-unreadable = L'image « { $value } » ne peut pas être lue : { $reason }.
    .label = image illisible
    .remedy = Vérifiez les droits du fichier, et qu'un autre programme ne le garde pas ouvert.
picture-format = « { $value } » n'est ni un JPEG, ni un PNG, ni un WebP, ni un SVG : c'est { $kind ->
        [heic] une photo au format HEIC, celui des téléphones récents
        [avif] une image au format AVIF
        [gif] une image au format GIF
        [tiff] une image au format TIFF
        [bmp] une image au format BMP
        [psd] un fichier de Photoshop
        [eps] un fichier d'imprimerie (EPS)
        [pdf] un document PDF
        [svgz] un fichier compressé
        [document] un document de bureautique ou une archive
        [video] une vidéo
        [html] une page web
       *[other] un fichier d'une autre nature
    }, quelle que soit la fin de son nom.
    .label = format refusé
    .remedy = { $kind ->
        [html] La page a été enregistrée à la place de l'image : dans le navigateur, faites un clic droit sur l'image elle-même, puis « Enregistrer l'image sous… ».
        [video] Publiez la vidéo ailleurs et donnez son adresse dans « videos ».
        [document] Ouvrez-le et enregistrez-en l'image seule, en JPEG ou en PNG.
        [svgz] Décompressez-le, ou enregistrez le dessin en « SVG simple ».
       *[other] Ouvrez-la dans un logiciel d'images et enregistrez-la en JPEG ou en PNG : changer la fin de son nom ne suffit pas.
    }
picture-cut = L'image « { $value } » s'arrête avant sa fin : elle a été mal copiée ou mal téléchargée.
    .label = image incomplète
    .remedy = Copiez-la de nouveau depuis l'original. Si l'original est incomplet lui aussi, redemandez-le à son auteur.
picture-damaged = L'image « { $value } » est abîmée : elle ne se laisse pas lire.
    .label = image abîmée
    .remedy = Ouvrez-la dans un logiciel d'images et enregistrez-la de nouveau en JPEG ou en PNG. S'il ne l'ouvre pas, redemandez-la à son auteur.
picture-inks = L'image « { $value } » est faite pour l'imprimerie : ses couleurs sont celles des encres (CMJN), que les écrans montrent mal.
    .label = couleurs d'encres
    .remedy = Demandez-en une version « RVB », pour écran, à qui vous l'a donnée ; ou ouvrez-la dans un logiciel d'images et enregistrez-la en JPEG, en mode RVB.
picture-animated = L'image « { $value } » est animée : elle bougerait sans que le lecteur puisse l'arrêter.
    .label = image animée
    .remedy = Enregistrez-en une seule vue, en JPEG ou en PNG ; pour un film, donnez son adresse dans « videos ».
picture-too-large = L'image « { $value } » est trop grande : { $unit ->
        [mebibytes] elle pèse { $size } Mio, et la limite est de { $limit } Mio
       *[megapixels] elle compte { $size } mégapixels, et la limite est de { $limit } mégapixels
    }.
    .label = image trop grande
    .remedy = Ouvrez-la dans un logiciel d'images et réduisez-la : 3000 pixels de large suffisent, au-delà rien ne se voit.
bad-drawing = Le dessin « { $value } » n'est pas un SVG que les navigateurs affichent ({ $detail }).
    .label = dessin illisible
    .remedy = Ouvrez-le dans un logiciel de dessin, Inkscape par exemple, et enregistrez-le en « SVG simple » ; ou donnez une image PNG.
