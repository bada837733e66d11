# Le livret typographié : la commande « booklet ».
cli-booklet = Compose le livret d'un forum, ou du catalogue entier, en PDF
cli-arg-forum = Identifiant du forum ; sans lui, tout le catalogue
cli-arg-paper = Format des pages : a5 (une double page par fiche) ou a4 (une page par fiche)
cli-arg-order = Ordre des fiches, à la place de celui du forum : theme ou pilot
cli-arg-impose = Faire aussi le cahier : deux pages A5 par face A4, à plier et agrafer
cli-arg-marks = Pour un imprimeur : 3 mm de fond perdu et des traits de coupe
cli-arg-draft = Imprimer « épreuve » en travers de chaque page
cli-arg-fit = Dire, fiche par fiche, combien de pages elle prend et ce qui déborde
cli-arg-stand_signs = À la place du livret : une affichette A4 par fiche, pour les stands
cli-arg-proof = À la place du livret : une seule fiche, à faire approuver par son pilote
cli-arg-open = Ouvrir le PDF une fois composé
cli-arg-booklet_out = Dossier où écrire ; par défaut « booklet », dans le dossier du catalogue
booklet-sets = Composition des fiches : { $set } sur { $sheets }…
booklet-binds = Assemblage du livret…
booklet-done = { $sheets ->
        [one] { $sheets } fiche
       *[other] { $sheets } fiches
    }, { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }, en { $time }. → { $out }
booklet-imposed = Cahier : { $sheets ->
        [one] { $sheets } feuille
       *[other] { $sheets } feuilles
    } A4, à imprimer recto verso, bord court, à 100 %. → { $out }
booklet-stopped = { $errors ->
        [one] { $errors } erreur
       *[other] { $errors } erreurs
    }, { $warnings ->
        [0] { $warnings } avertissement
        [one] { $warnings } avertissement
       *[other] { $warnings } avertissements
    } : aucun PDF n'a été écrit.
booklet-unknown = Le forum « { $forum } » n'existe pas, ou il ne montre aucune fiche. { $known ->
        [none] Aucun forum ne montre de fiche.
       *[other] Ceux qui en montrent : { $known }.
    }
booklet-empty = Le forum « { $forum } » ne montre aucune fiche : citez-le dans des fiches (forums: [{ $forum }]), ou donnez-lui un « select ».
booklet-no-sheet = La fiche « { $id } » n'existe pas, ou ce livret ne la montre pas.
booklet-without = Cette version du programme ne sait pas composer de PDF. Installez celle qui le sait :
        cargo install --path . --features booklet
    En attendant, la page livret/ du site s'imprime depuis un navigateur.
booklet-fit = { $id } : { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }{ $lines ->
        [0] {""}
        [one] , dont une pour { $lines } ligne : raccourcissez { $part ->
            [who] ce qui dit qui (pilote, partenaires, contacts)
           *[other] la description ou les résultats
        }
       *[other] , dont une pour { $lines } lignes : raccourcissez { $part ->
            [who] ce qui dit qui (pilote, partenaires, contacts)
           *[other] la description ou les résultats
        }
    }
sheet-spills = Dans le livret, cette fiche prend une page de plus pour { $lines ->
        [one] { $lines } ligne
       *[other] { $lines } lignes
    }.
    .label = un peu trop longue
    .remedy = Raccourcissez d'autant { $part ->
        [who] ce qui dit qui : pilote, partenaires ou contacts.
       *[other] la description ou les résultats.
    }
