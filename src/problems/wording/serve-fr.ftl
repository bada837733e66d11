# Les mots de l'aperçu.

serve-address = Aperçu du catalogue : { $address }
    Laissez cette fenêtre ouverte. Chaque fichier enregistré se voit aussitôt. Ctrl+C pour finir.
serve-booklet = Son livret, composé quand vous le demandez : { $address }
    Celui d'un forum porte le nom de son fichier à la place de « catalogue » ; « a4 » à la place de « a5 » le met sur A4.
serve-network = Sur un téléphone du même réseau : { $address }
    Attention : toute personne de ce réseau peut lire ces pages, jusqu'à ce que vous finissiez.
serve-no-network = Cette machine n'a pas d'adresse sur un réseau : l'aperçu n'est montré qu'ici.
serve-port-taken = Le port { $port } est pris par un autre programme. Donnez-en un autre avec --port, ou aucun : le premier libre sera pris.
serve-ready = { $sheets ->
        [one] { $sheets } fiche
       *[other] { $sheets } fiches
    }, { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }, en { $time }.
serve-changed = { $what } : montré en { $time }.
serve-broken = { $what } : { $errors ->
        [one] { $errors } erreur
       *[other] { $errors } erreurs
    }, lu en { $time } ; l'aperçu montre le dernier état sans erreur.
serve-files = { $count } fichiers
serve-all-files = tous les fichiers
serve-end = Aperçu terminé.
serve-problems = { $errors ->
        [0] { $warnings ->
            [one] { $warnings } remarque sur le catalogue
           *[other] { $warnings } remarques sur le catalogue
        }
        [one] { $errors } erreur dans le catalogue
       *[other] { $errors } erreurs dans le catalogue
    }
serve-old-page = La page montre le dernier état sans erreur. Corrigez et enregistrez : elle se met à jour d'elle-même.
serve-no-page = Il n'y a encore rien à montrer. Corrigez et enregistrez : le site paraîtra ici de lui-même.
serve-line = , ligne { $line }
serve-colon = {"\u00A0"}:
serve-more = Et { $more ->
        [one] { $more } autre, que le terminal montre.
       *[other] { $more } autres, que le terminal montre.
    }
serve-close = Fermer
cli-serve = Montre le site dans le navigateur, et le met à jour à chaque enregistrement
cli-arg-port = Port de l'aperçu ; par défaut le premier libre à partir de 4321
cli-arg-lan = Montrer aussi l'aperçu aux autres machines du réseau, comme un téléphone
cli-arg-serve_open = Ouvrir l'aperçu dans le navigateur
