# Ce qui a changé dans le catalogue : « florilege diff ».

cli-diff = Dit ce qui a changé dans le catalogue : fiches nouvelles, mises à jour, retirées
cli-arg-old = Le dossier de l'ancien site
cli-arg-new = Le dossier du nouveau site
cli-arg-since = À la place des deux dossiers : comparer le catalogue à ce qu'il était dans Git, à une révision ou à un jour, comme 2026-03-21
cli-arg-page = Écrire aussi la rubrique des nouveautés, content/pages/ID.md, prête à publier

diff-day = le { $date }
diff-title = Ce qui a changé dans le catalogue « { $title } »{ $since ->
        [none] {""}
       *[other] {" "}depuis { $since }
    }
diff-nothing = Rien n'a changé dans les fiches du catalogue « { $title } »{ $since ->
        [none] {""}
       *[other] {" "}depuis { $since }
    }.
diff-count-new = { $count ->
        [one] { $count } fiche nouvelle
       *[other] { $count } fiches nouvelles
    }
diff-count-changed = { $count ->
        [one] { $count } fiche mise à jour
       *[other] { $count } fiches mises à jour
    }
diff-count-gone = { $count ->
        [one] { $count } fiche retirée
       *[other] { $count } fiches retirées
    }
diff-heading-new = Nouvelles fiches
diff-heading-changed = Fiches mises à jour
diff-heading-gone = Fiches retirées
diff-theme = Thème : { $theme }
diff-fields = Mise à jour : { $fields }
diff-moved = Nouvelle adresse ; l'ancienne y mène toujours.
diff-into = Réunie à la fiche « { $sheet } »
diff-field = { $field ->
        [title] titre
        [theme] thème
        [also] autres thèmes
        [pilot] pilote
        [partners] partenaires
        [partners_note] partenaires
        [contacts] contacts
        [territory] territoire
        [period] période
        [audiences] publics
        [objective] objectif
        [description] description
        [results] résultats
        [figures] chiffres à retenir
        [media] images
        [videos] vidéos
        [links] liens
        [forums] forums
        [sources] sources
        [reviewed] relecture par le pilote
       *[other] { $field }
    }
diff-page-title = Les nouveautés
diff-page-summary = Ce qui a changé dans le catalogue{ $since ->
        [none] {""}
       *[other] {" "}depuis { $since }
    }.
diff-page-changed = { $name } : { $fields }
diff-page-into = { $name }, réunie à { $sheet }
diff-page-done = La rubrique « { $path } » est écrite : relisez-la, puis construisez le site.
diff-page-none = Aucune rubrique n'est écrite.
diff-page-bad-id = « { $id } » ne peut pas être le nom d'une rubrique : des minuscules sans accent, des chiffres et des traits d'union, comme « { $suggestion } ».
diff-page-exists = La rubrique « { $path } » existe déjà : elle n'est pas touchée. Supprimez-la d'abord, ou choisissez un autre nom.
diff-stopped = { $errors ->
        [one] { $errors } erreur
       *[other] { $errors } erreurs
    } : corrigez le catalogue d'abord, puis comparez.
diff-unsure = { $count ->
        [one] Dans l'ancien catalogue, cette fiche avait des erreurs : ce qui en est dit, ou n'en est pas dit, est à vérifier.
       *[other] Dans l'ancien catalogue, ces fiches avaient des erreurs : ce qui en est dit, ou n'en est pas dit, est à vérifier.
    }
diff-no-folder = Le dossier « { $folder } » n'existe pas.
diff-no-edition = Le dossier « { $folder } » n'a pas de fichier { $name } : ce n'est pas un site de Florilège, ou il date d'une version qui ne l'écrivait pas. Construisez-le de nouveau, ou comparez avec --since.
diff-bad-edition = Le fichier « { $file } » ne peut pas être lu. Copiez de nouveau ce site, ou construisez-le de nouveau.
diff-other-edition = Le fichier « { $file } » vient d'une autre version de Florilège : il ne peut pas être comparé. Construisez ce site de nouveau, ou comparez avec --since.
diff-no-git = --since demande le programme Git, qui n'est pas installé : https://git-scm.com/downloads. Sans lui, comparez les dossiers de deux sites.
diff-not-a-repository = « { $root } » n'est pas dans un dépôt Git : --since n'y trouve rien d'ancien. Comparez les dossiers de deux sites.
diff-unknown-revision = Git ne connaît pas « { $revision } » ici. Donnez un jour (2026-03-21), une étiquette, une branche ou le numéro d'une révision ; « git log --oneline » les énumère.
diff-too-early = Avant « { $revision } », ce dépôt n'avait encore aucune révision. Donnez un jour plus tardif ; « git log --oneline » énumère les révisions.
diff-shallow = Ce dépôt n'a qu'une partie de son histoire, et « { $revision } » n'y est pas. Tapez d'abord « git fetch --unshallow ».
diff-no-catalogue-then = À la révision « { $revision } », il n'y avait pas encore de catalogue ici (dossier « content »).
diff-unreadable-then = À la révision « { $revision } », les réglages du catalogue (content/catalogue.yaml) manquent ou ne peuvent pas être lus : choisissez une autre révision.
diff-git-failed = Git a refusé : { $reason }
