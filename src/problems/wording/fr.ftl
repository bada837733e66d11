# Les mots de Florilège en français. Une phrase dit ce qui ne va pas, .remedy ce qu'il faut faire.
# Les noms de champs et les signes de YAML sont entre guillemets « ».

error = erreur
warning = attention
remedy = remède{"\u00A0"}
related = le premier est ici

# Fichiers
missing-settings = Le fichier des réglages « { $file } » est introuvable.
    .remedy = Placez-vous dans le dossier du catalogue (celui qui contient « content »), ou indiquez-le avec --root.
no-sheet = Le catalogue ne contient aucune fiche.
    .remedy = Créez la première avec « florilege new mon-initiative ».
unreadable = Ce fichier ne peut pas être lu : { $reason }.
    .remedy = Vérifiez les droits du fichier, et qu'un autre programme ne le garde pas ouvert.
not-a-file = Ce n'est ni un fichier ni un dossier.
    .remedy = Retirez-le du dossier « content ».
too-large = Ce fichier pèse { $size } ; la limite est de { $limit }.
    .remedy = Une fiche tient en quelques pages : déplacez le reste, ou vérifiez que c'est bien une fiche.
not-utf8 = Ce fichier n'est pas enregistré en UTF-8 : ses accents seraient illisibles.
    .label = premier caractère illisible
    .remedy = Dans votre éditeur de texte, choisissez « Enregistrer sous… » puis l'encodage « UTF-8 ».
not-text = Ce fichier n'est pas du texte : c'est peut-être un document de traitement de texte, ou une image.
    .remedy = Copiez son contenu dans un fichier créé avec un éditeur de texte (Bloc-notes, TextEdit en mode texte…).
empty-file = Ce fichier est vide.
    .remedy = Remplissez-le ; s'il ne sert à rien, supprimez-le.
folder-loop = Un lien ramène à un dossier qui le contient : « { $target } ».
    .remedy = Supprimez ce lien.
ignored-file = Ce fichier n'est pas lu : son nom ne se termine pas par « { $extension } ».
    .remedy = Renommez-le, ou rangez-le ailleurs.
bad-id = « { $id } » ne peut pas servir d'adresse : un nom de fichier n'a que des minuscules sans accent, des chiffres et des traits d'union.
    .remedy = Renommez le fichier, par exemple « { $suggestion } ».
reserved-id = « { $id } » est un nom que Windows se réserve.
    .remedy = Choisissez un autre nom de fichier, par exemple « fiche-{ $id } ».
duplicate-id = L'identifiant « { $id } » est déjà pris par « { $other } ».
    .remedy = Renommez l'un des deux : l'identifiant est l'adresse de la page.
bad-name = « { $id } » ne peut pas servir d'identifiant : seulement des minuscules sans accent, des chiffres et des traits d'union.
    .label = identifiant refusé
    .remedy = Écrivez par exemple « { $suggestion } ».
taken-id = L'ancien identifiant « { $id } » est encore celui d'une fiche.
    .label = encore pris
    .remedy = Retirez-le de « previous_ids », ou renommez la fiche qui le porte.
missing-front-matter = Cette rubrique ne commence pas par ses champs entre deux lignes « --- ».
    .remedy = Écrivez en tête du fichier : une ligne « --- », puis « title: Mon titre », puis une ligne « --- ».
unclosed-front-matter = Les champs de cette rubrique ne sont pas fermés par une ligne « --- ».
    .label = ouverts ici
    .remedy = Ajoutez une ligne « --- » après le dernier champ.

# YAML
tab-indentation = Cette ligne est décalée avec une tabulation.
    .label = tabulation
    .remedy = Remplacez-la par des espaces, deux par niveau.
nbsp-indentation = Cette ligne est décalée avec une espace insécable, invisible à l'écran.
    .label = espace insécable
    .remedy = Effacez le début de la ligne et retapez de simples espaces.
nbsp-around-name = Une espace insécable, invisible à l'écran, touche au nom du champ « { $name } ».
    .label = espace insécable
    .remedy = Effacez-la : écrivez « { $name }: », puis une espace simple et la valeur.
missing-space = Il manque une espace après les deux-points de « { $name } ».
    .label = ajoutez une espace ici
    .remedy = Écrivez « { $name }: » puis une espace, puis la valeur.
unquoted-colon = La valeur de « { $name } » contient deux-points suivis d'une espace : elle doit être entre guillemets.
    .label = ces deux-points
    .remedy = Écrivez { $name }: "{ $value }"
missing-dash-space = Il manque une espace après le tiret.
    .label = ajoutez une espace ici
    .remedy = Écrivez « - », une espace, puis l'élément de la liste.
special-start = Une valeur ne peut pas commencer par « { $sign } » sans guillemets.
    .label = ce signe
    .remedy = Écrivez "{ $value }", entre guillemets droits.
hash-comment = Le « # » fait disparaître la fin de la ligne : YAML y voit un commentaire.
    .label = n'est pas lu
    .remedy = Mettez toute la valeur entre guillemets ; pour un vrai commentaire, laissez une espace après le « # ».
unquoted-item = Cet élément contient deux-points suivis d'une espace : il doit être entre guillemets.
    .label = lu comme un champ
    .remedy = Écrivez - "{ $value }"
unclosed-quote = Ce guillemet n'est jamais refermé.
    .label = ouvert ici
    .remedy = Ajoutez le même guillemet à la fin de la valeur, ou retirez celui-ci.
text-after-quote = Il y a du texte après le guillemet fermant.
    .label = ce texte
    .remedy = Mettez toute la valeur entre guillemets ; à l'intérieur, doublez l'apostrophe ('') ou écrivez \".
unclosed-bracket = Le signe « { $sign } » n'est jamais refermé.
    .label = ouvert ici
    .remedy = Fermez la liste par « { $close } », ou mettez la valeur entre guillemets si ce n'est pas une liste.
bad-escape = Entre guillemets doubles, la barre « \ » annonce un caractère spécial ; celui-ci n'existe pas.
    .label = ici
    .remedy = Doublez la barre (\\), ou employez des guillemets simples.
bad-indentation = Cette ligne n'est pas alignée avec les autres champs.
    .label = cette ligne
    .remedy = Alignez-la sur les champs du même niveau, avec deux espaces par niveau.
missing-colon = Cette ligne n'est pas un champ : il lui manque un nom suivi de deux-points.
    .label = cette ligne
    .remedy = Écrivez « nom: valeur » ; si c'est la suite du texte précédent, décalez-la de deux espaces sous un champ qui se termine par « | ».
text-after-bar = Après « { $sign } », le texte commence à la ligne suivante.
    .label = ce texte
    .remedy = Allez à la ligne après « { $sign } », et décalez le texte de deux espaces.
several-lines = Cette valeur continue sur plusieurs lignes : elle serait recollée, et une liste y perdrait ses tirets.
    .label = de la première à la dernière ligne
    .remedy = Écrivez « | » après les deux-points et le texte en dessous, décalé de deux espaces ; ou tenez sur une ligne.
alias-refused = Les ancres et les renvois de YAML (« & » et « * ») ne servent pas dans un catalogue.
    .label = ce signe
    .remedy = Si c'est du texte, mettez la valeur entre guillemets ; sinon, recopiez la valeur.
tag-refused = Les étiquettes de YAML (« ! ») ne servent pas dans un catalogue.
    .label = cette étiquette
    .remedy = Si c'est du texte, mettez la valeur entre guillemets ; sinon, effacez l'étiquette.
several-documents = Ce fichier contient plusieurs documents, séparés par « --- ».
    .label = le second commence ici
    .remedy = Une fiche par fichier : supprimez cette ligne, ou faites deux fichiers.
too-deep = Trop de niveaux sont emboîtés.
    .label = ici
    .remedy = Une fiche n'a jamais plus de quelques niveaux : vérifiez les décalages et les crochets.
too-many-values = Ce fichier contient trop de valeurs (plus de { $limit }).
    .remedy = Vérifiez que c'est bien une fiche.
syntax = Ce fichier n'est plus lisible à partir d'ici ({ $detail }).
    .label = ici
    .remedy = Regardez cette ligne et celle d'avant : un guillemet, un crochet ou un décalage est de trop ou manque.

# Champs
unknown-field = Le champ « { $field } » n'existe pas dans { $record ->
        [sheet] une fiche
        [settings] les réglages
        [forum] un forum
        [page] une rubrique
        [source] une notice de source
       *[other] « { $record } »
    }.
    .label = champ inconnu
    .remedy = { $suggestion ->
        [none] Supprimez-le, ou choisissez parmi : { $known }.
       *[other] Vouliez-vous dire « { $suggestion } » ?
    }
duplicate-key = Le champ « { $field } » est donné deux fois.
    .label = deuxième fois
    .remedy = Gardez un seul des deux.
missing-field = Il manque le champ « { $field } » dans { $record ->
        [sheet] une fiche
        [settings] les réglages
        [forum] un forum
        [page] une rubrique
        [source] une notice de source
       *[other] « { $record } »
    }.
    .remedy = { $kind ->
        [record] Ajoutez une ligne « { $field }: » et, en dessous, décalés de deux espaces, ses champs : { $example }.
       *[other] Ajoutez par exemple : { $field }: { $example }
    }
empty-field = Le champ « { $field } » est vide.
    .label = rien après les deux-points
    .remedy = { $kind ->
        [record] Écrivez en dessous, décalés de deux espaces, ses champs : { $example }.
       *[other] Complétez-le, par exemple : { $field }: { $example }
    }
expected-text = Le champ « { $field } » attend du texte.
    .label = { $found ->
        [list] ceci est une liste
       *[record] ceci est un groupe de champs
    }
    .remedy = { $kind ->
        [markdown] Écrivez « { $field }: | » et le texte en dessous, décalé de deux espaces ; les tirets d'une liste y sont permis.
        [list] Chaque élément tient sur une ligne, entre guillemets s'il contient deux-points.
       *[other] Écrivez la valeur sur la même ligne : { $field }: { $example }
    }
expected-list = Le champ « { $field } » attend une liste.
    .label = { $found ->
        [text] ceci est un texte
       *[record] ceci est un groupe de champs
    }
    .remedy = Un élément par ligne, chacun précédé d'un tiret et d'une espace ; ou entre crochets : [un, deux].
expected-record = Le champ « { $field } » attend des champs en dessous de lui.
    .label = { $found ->
        [text] ceci est un texte
       *[list] ceci est une liste
    }
    .remedy = Allez à la ligne et décalez de deux espaces ; champs possibles : { $known }.
expected-flag = Le champ « { $field } » attend « true » (oui) ou « false » (non).
    .label = ni l'un ni l'autre
    .remedy = Écrivez { $field }: true ou { $field }: false.
expected-number = Le champ « { $field } » attend un nombre entier.
    .label = pas un nombre
    .remedy = Écrivez par exemple { $field }: 10.
bad-choice = « { $value } » n'est pas une valeur possible de « { $field } ».
    .label = valeur inconnue
    .remedy = Choisissez parmi : { $known }.
bad-date = « { $value } » n'est pas une date.
    .label = date illisible
    .remedy = Écrivez l'année, l'année et le mois, ou le jour : 2019, 2019-04 ou 2019-04-30.
bad-period = La période finit avant d'avoir commencé.
    .label = fin
    .related = début
    .remedy = Vérifiez « start » (début) et « end » (fin).
bad-email = « { $value } » n'est pas une adresse électronique complète.
    .label = adresse illisible
    .remedy = Écrivez-la comme nom@exemple.fr, sans espace ; si elle est incomplète, retirez-la.
bad-url = « { $value } » n'est pas une adresse de site.
    .label = adresse illisible
    .remedy = Écrivez-la en entier, comme https://www.exemple.fr/.
bad-phone = « { $value } » n'est pas un numéro de téléphone.
    .label = numéro illisible
    .remedy = Écrivez-le comme 01 23 45 67 89 ou +33 1 23 45 67 89, un numéro par ligne.
bad-colour = « { $value } » n'est pas une couleur.
    .label = couleur illisible
    .remedy = Écrivez un dièse et six chiffres de 0 à f, entre guillemets : "#1d5fa6".
faint-colour = La couleur « { $value } » se lit mal { $field ->
        [color_dark] sur un fond sombre
       *[other] sur le blanc, et le blanc sur elle
    } : son contraste est de { $whole },{ $tenths }, il faut 4,5.
    .label = { $field ->
        [color_dark] trop sombre
       *[other] trop claire
    }
    .remedy = Prenez par exemple { $suggestion }, la nuance la plus proche qui se lit.
bad-language = « { $value } » n'est pas un code de langue.
    .label = code inconnu
    .remedy = Écrivez fr pour le français, en pour l'anglais.
bad-path = « { $value } » sort du dossier des images.
    .label = chemin refusé
    .remedy = Donnez le nom d'un fichier de content/media, sans « .. » ni « / » au début.

# Texte
raw-html = Le HTML n'est pas interprété : « { $value } » sera affiché tel quel.
    .label = affiché comme du texte
    .remedy = Employez le Markdown : **gras**, *italique*, [lien](https://…), une ligne vide entre deux paragraphes.
missing-caption = Ce tableau n'a pas de légende : qui l'écoute ne sait pas ce qu'il montre.
    .label = ici
    .remedy = Juste avant lui, écrivez une ligne qui commence par « Tableau : », puis une ligne vide.
unsafe-link = Un lien ne peut pas commencer par « { $scheme } ».
    .label = lien refusé
    .remedy = Liens possibles : https://…, mailto:…, tel:…, fiche:identifiant, rubrique:identifiant, theme:identifiant, lang:code (une autre langue).
broken-link = Ce lien n'est pas reconnu : son adresse contient une espace.
    .label = affiché tel quel
    .remedy = Renommez le fichier sans espace, ou mettez l'adresse entre chevrons : [texte](<mon fichier.jpg>).
relative-link = Le lien « { $value } » ne fonctionnerait que depuis certaines pages.
    .label = lien relatif
    .remedy = Écrivez fiche:identifiant, rubrique:identifiant ou theme:identifiant, ou l'adresse entière avec https://.
unknown-target = Le lien mène à « { $value } », qui n'existe pas dans le catalogue.
    .label = cible inconnue
    .remedy = { $suggestion ->
        [none] Vérifiez l'identifiant : c'est le nom du fichier sans son extension.
       *[other] Vouliez-vous dire « { $suggestion } » ?
    }
missing-alt = Cette image n'a pas de texte de remplacement (« alt »).
    .label = image sans « alt »
    .remedy = Décrivez l'image en une phrase pour qui ne la voit pas ; dans « media » ou « cover », alt: "" dit qu'elle est décorative.

# Liens du catalogue
no-theme = Les réglages ne donnent aucun thème.
    .remedy = Ajoutez la liste « themes » à catalogue.yaml, chaque thème avec « id » et « title ».
duplicate-theme = Le thème « { $id } » est déclaré deux fois.
    .label = deuxième fois
    .remedy = Gardez un seul des deux, ou changez l'un des identifiants.
unknown-theme = Le thème « { $value } » n'existe pas.
    .label = thème inconnu
    .remedy = { $suggestion ->
        [none] Thèmes des réglages : { $known }.
       *[other] Vouliez-vous dire « { $suggestion } » ? Thèmes des réglages : { $known }.
    }
repeated-theme = Le thème « { $value } » est nommé deux fois dans cette fiche.
    .label = de trop
    .remedy = Retirez-le de « also » : « theme » le dit déjà, ou une autre ligne de la liste.
unknown-department = « { $value } » n'est pas le code d'un département.
    .label = code inconnu
    .remedy = { $suggestion ->
        [none] Écrivez le code officiel entre guillemets : "05", "2A", "974".
       *[other] Vouliez-vous dire "{ $suggestion }" ?
    }
unknown-region = « { $value } » n'est pas le code d'une région.
    .label = code inconnu
    .remedy = { $suggestion ->
        [none] Écrivez le code Insee entre guillemets : "11" pour l'Île-de-France, "76" pour l'Occitanie.
       *[other] Vouliez-vous dire "{ $suggestion }" ?
    }
twin-code = « { $value } » désigne ici deux territoires : la région { $region } et le département { $department }.
    .label = deux fois le même nombre
    .related = l'autre est là
    .remedy = Gardez celui que vous vouliez dire et retirez l'autre. Un département se passe de sa région.
unknown-forum = Le forum « { $value } » n'a pas de fichier.
    .label = forum inconnu
    .remedy = { $suggestion ->
        [none] Créez content/forums/{ $value }.yaml, ou retirez ce forum.
       *[other] Vouliez-vous dire « { $suggestion } » ?
    }
unknown-sheet = La fiche « { $value } » n'existe pas.
    .label = fiche inconnue
    .remedy = { $suggestion ->
        [none] Vérifiez l'identifiant : c'est le nom du fichier sans son extension.
       *[other] Vouliez-vous dire « { $suggestion } » ?
    }
unknown-page = La rubrique « { $value } » n'existe pas.
    .label = rubrique inconnue
    .remedy = { $suggestion ->
        [none] Créez content/pages/{ $value }.md, ou retirez cette rubrique.
       *[other] Vouliez-vous dire « { $suggestion } » ?
    }
repeated-page = La rubrique « { $value } » est deux fois dans le livret.
    .label = déjà citée
    .remedy = Gardez-la dans « before » ou dans « after », une seule fois.
unknown-audience = Aucune fiche ne s'adresse au public « { $value } ».
    .label = public inconnu
    .remedy = { $suggestion ->
        [none] Recopiez un public tel que les fiches l'écrivent dans « audiences », ou retirez-le.
       *[other] Vouliez-vous dire « { $suggestion } » ?
    }
empty-selection = Le forum « { $id } » ne montre aucune fiche : il n'aura pas de livret.
    .remedy = Écrivez forums: [{ $id }] dans les fiches à montrer, ou choisissez-les par « select » dans le fichier du forum.
unknown-source = La source « { $value } » n'a pas de notice.
    .label = source inconnue
    .remedy = { $suggestion ->
        [none] Créez seeds/sources/{ $value }.yaml, ou retirez cette source.
       *[other] Vouliez-vous dire « { $suggestion } » ?
    }
missing-media = L'image « { $value } » n'est pas dans content/media.
    .label = fichier introuvable
    .remedy = { $suggestion ->
        [none] Copiez-la dans content/media, ou corrigez le nom (majuscules et accents comptent).
       *[other] Vouliez-vous dire « { $suggestion } » ?
    }
unknown-media = Les navigateurs n'affichent pas l'image « { $value } ».
    .label = format refusé
    .remedy = Employez une image JPEG, PNG, WebP ou SVG.
bad-pictogram = Le pictogramme contient « { $value } », qui n'est pas un simple tracé.
    .label = élément refusé
    .remedy = Un pictogramme n'a que des tracés SVG : path, circle, rect, line, polyline, polygon, ellipse, g.
path-collision = Deux pages auraient la même adresse : « { $path } ».
    .remedy = { $other ->
        [none] Renommez ce fichier : cette adresse est celle d'une page que Florilège fait lui-même.
       *[other] Renommez l'un des deux fichiers (l'autre : { $other }).
    }

# Thème de site
missing-glyph = Aucune police du livret n'a le caractère « { $value } » (U+{ $code }).
    .label = caractère sans dessin
    .remedy = Remplacez-le par un autre, ou par des mots.
bad-template = Ce gabarit contient une erreur : { $detail }.
    .label = ici
    .remedy = Corrigez-le, ou supprimez votre copie pour retrouver celle d'origine.
bad-style = Cette feuille de style contient une erreur : { $detail }.
    .label = ici
    .remedy = Corrigez-la, ou supprimez votre copie pour retrouver celle d'origine.
missing-asset = Le fichier « { $value } » que demande cette feuille de style n'existe pas.
    .remedy = Ajoutez-le au thème de site, ou retirez ce qui le demande.
missing-label = Il manque le libellé « { $key } ».
    .remedy = Ajoutez-le au fichier des libellés de cette langue.
missing-labels = Le thème de site n'a pas de libellés pour la langue « { $language } ».
    .remedy = Ajoutez le fichier { $file }, sur le modèle de labels/fr.yaml.
unknown-site-theme = Le thème de site « { $value } » n'existe pas.
    .remedy = Le thème fourni s'appelle « forum » ; un autre se range sous themes/{ $value }/.

# Ligne de commande
build-done = { $sheets ->
        [one] { $sheets } fiche
       *[other] { $sheets } fiches
    }, { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    } : { $written ->
        [one] { $written } fichier écrit
       *[other] { $written } fichiers écrits
    }, { $unchanged ->
        [one] { $unchanged } inchangé
       *[other] { $unchanged } inchangés
    }, { $removed ->
        [one] { $removed } supprimé
       *[other] { $removed } supprimés
    }, en { $time }. → { $out }
build-stopped = { $errors ->
        [one] { $errors } erreur
       *[other] { $errors } erreurs
    }, { $warnings ->
        [one] { $warnings } avertissement
       *[other] { $warnings } avertissements
    }. Rien n'a été écrit : le site reste comme il était.
check-stopped = { $errors ->
        [one] { $errors } erreur
       *[other] { $errors } erreurs
    }, { $warnings ->
        [one] { $warnings } avertissement
       *[other] { $warnings } avertissements
    }.
check-done = { $sheets ->
        [one] { $sheets } fiche vérifiée
       *[other] { $sheets } fiches vérifiées
    }, { $pages ->
        [one] { $pages } page prête
       *[other] { $pages } pages prêtes
    }, { $warnings ->
        [0] aucun problème
        [one] { $warnings } avertissement
       *[other] { $warnings } avertissements
    }, en { $time }.
build-waits = Une autre construction écrit dans « { $out } » : attente de sa fin…
foreign-folder = Le dossier « { $out } » n'est pas vide et ne vient pas de Florilège : rien n'y a été touché. Donnez un autre dossier avec --out, ou videz celui-ci vous-même.
foreign-path = Dans le dossier de sortie, « { $path } » n'a pas été fait par Florilège et occupe la place d'une page : rien n'a été écrit. Déplacez-le, puis recommencez.
output-inside-content = Le dossier de sortie « { $out } » est mêlé aux sources du catalogue. Donnez-en un autre avec --out.
output-linked = Dans le dossier de sortie, « { $path } » est un lien vers ailleurs : rien n'a été écrit. Supprimez ce lien.
output-gone = Le dossier de sortie « { $out } » a été supprimé ou déplacé pendant la construction : le site n'y est pas. Relancez la même commande.
output-refused = { $reason ->
        [full] Il n'y a plus de place sur le disque pour écrire « { $path } ».
        [too-large] Le disque ou un réglage de la machine refuse un fichier aussi grand que « { $path } ».
        [denied] La machine interdit d'écrire « { $path } ».
        [busy] Un autre programme tient « { $path } » ouvert.
        [name] Le disque refuse le nom « { $path } », sans doute trop long.
       *[other] La machine a refusé « { $path } » ({ $said }).
    } { $begun ->
        [yes] Le nouveau site n'est en place qu'en partie : chaque fichier est entier, l'ancien ou le nouveau.
       *[no] Le site n'a pas changé.
    } { $reason ->
        [full] Libérez de la place
        [too-large] Donnez un autre dossier avec --out
        [denied] Rendez ce dossier accessible en écriture, ou donnez-en un autre avec --out
        [busy] Fermez-y ce fichier
        [name] Donnez un autre dossier avec --out
       *[other] Vérifiez que le disque est branché et en bon état
    }, puis relancez la même commande{ $begun ->
        [yes] {" "}: elle terminera le travail.
       *[no] .
    }
not-a-catalogue = « { $root } » n'est pas un catalogue : il n'a pas de dossier « content ». Indiquez le bon dossier avec --root, ou créez un catalogue avec « florilege init mon-catalogue ».
machine-failed = La machine a refusé : { $reason }
bad-base-url = « { $value } » n'est pas une adresse de site entière, comme https://www.exemple.fr/catalogue/.
init-done = Catalogue créé dans « { $dir } » : deux fiches inventées, à lire, à changer, puis à remplacer par les vôtres.

    Tapez l'une après l'autre ces trois commandes :

    {"    "}{ $first }
        florilege build
        florilege new ma-fiche

    « build » fait le site : ouvrez public/index.html d'un double-clic pour le voir.
    « new » crée une fiche à compléter ; « florilege check » dira ce qui lui manque encore.
    Le fichier LISEZMOI.md dit le reste.
init-not-empty = Le dossier « { $dir } » n'est pas vide : il contient « { $one } »{ $hidden ->
        [yes] {" "}(un nom caché)
       *[no] {""}
    }{ $more ->
        [0] {""}
        [one] {" "}et un autre élément
       *[other] {" "}et { $more } autres éléments
    }. Rien n'y a été changé. Donnez un dossier vide, ou un nom nouveau. Pour ajouter une fiche à un catalogue, tapez « florilege new ma-fiche » dans son dossier.
init-not-a-folder = « { $path } » n'est pas un dossier : rien n'a été changé. Donnez un autre nom.
init-no-root = « init » ne s'emploie pas avec --root. Écrivez tout le chemin à sa suite : florilege init { $dir }
init-undone = Le catalogue n'a pas été créé, et rien n'en a été laissé.
init-left = Le catalogue n'a pas été créé en entier, et ce qui en a été écrit n'a pas pu être retiré : supprimez-le vous-même.
new-done = Fiche créée : { $path }
    Ouvrez-la dans un éditeur de texte, complétez-la, puis lancez « florilege check ».
new-header = Fiche à compléter, dans un éditeur de texte.
    Une ligne qui commence par # n'est pas lue : retirez le « # » et l'espace qui le suit pour la mettre en service.
    Le décalage des lignes compte : deux espaces par niveau, jamais de tabulation.
new-exists = « { $path } » existe déjà : rien n'a été changé.
new-bad-id = « { $id } » ne peut pas servir d'adresse. Essayez « { $suggestion } » : des minuscules sans accent, des chiffres, des traits d'union.
new-bad-theme = Le thème « { $theme } » n'existe pas. Thèmes des réglages : { $known }.
new-taken-id = L'identifiant « { $id } » est déjà celui de « { $other } ».

# Aide de la commande
cli-florilege = Fait d'un dossier de fiches un catalogue : un site, une page à imprimer.
cli-init = Crée un catalogue d'exemple, prêt à construire, dans la langue des messages
cli-build = Construit le site
cli-check = Vérifie tout le catalogue sans rien écrire
cli-new = Crée une fiche à compléter
cli-schema = Écrit le schéma JSON des fiches, pour les éditeurs de texte
cli-completions = Écrit de quoi compléter la commande dans un terminal
cli-arg-root = Dossier du catalogue, celui qui contient « content »
cli-arg-lang = Langue des messages, fr ou en ; sinon celle du système, puis celle du catalogue
cli-arg-format = Forme des messages : human (pour lire), json ou github (pour des programmes)
cli-arg-quiet = Ne rien dire quand tout va bien
cli-arg-help = Afficher cette aide
cli-arg-version = Afficher la version
cli-arg-dir = Dossier du nouveau catalogue : nouveau ou vide, à partir du dossier courant (sans --root)
cli-arg-out = Dossier où écrire le site ; par défaut « public », dans le dossier du catalogue
cli-arg-strict = Traiter tout avertissement comme une erreur, et exiger les mentions légales : avant de publier
cli-arg-base_url = Adresse où le site sera publié, à la place de celle des réglages
cli-arg-id = Identifiant de la fiche : son nom de fichier et son adresse, comme samusocial-elan
cli-arg-theme = Identifiant du thème principal
cli-arg-record = Ce qui est décrit : sheet (une fiche), settings (les réglages), forum, page (une rubrique), source
cli-arg-shell = Le terminal : bash, elvish, fish, powershell ou zsh
cli-heading-usage = Usage :
cli-heading-options = Options
cli-heading-arguments = Arguments
cli-heading-commands = Commandes
cli-value-command = commande
cli-after = Codes de sortie : 0 fait, 1 problèmes dans le contenu, 2 mauvais usage, 3 refus de la machine (disque, droits).
usage-command = La commande « { $typed } » n'existe pas. { $near ->
        [none] « florilege --help » les énumère.
       *[other] Vouliez-vous dire « { $near } » ?
    }
usage-argument = « { $typed } » n'est pas attendu ici. { $near ->
        [none] « florilege --help » dit ce qui l'est.
       *[other] Vouliez-vous dire « { $near } » ?
    }
usage-value = « { $typed } » n'est pas une valeur possible. { $near ->
        [none] « florilege --help » dit ce qui l'est.
       *[other] Choisissez parmi : { $near }.
    }
usage-missing = Il manque { $typed }. « florilege --help » dit ce qui est attendu.
