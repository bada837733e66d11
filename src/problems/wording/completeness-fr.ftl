# Ce qui manque aux fiches : le rapport de « florilege check --report ».

cli-arg-report = Dire aussi ce qui manque à chaque fiche, et à qui écrire
cli-arg-on = Avec --report : le jour où dater le rapport, comme 2026-11-22 ; sinon celui d'aujourd'hui (temps universel)
usage-on-alone = « --on » donne le jour du rapport : ajoutez « --report ».
bad-day = « { $value } » n'est pas un jour du calendrier. Écrivez l'année, le mois et le jour : 2026-11-22.

report-sheet = fiche
report-column = { $part ->
        [description] description
        [results] résultats
        [territory] territoire
        [contact] contact
        [picture] image
       *[review] relecture
    }
report-cell = { $part ->
        [review] jamais
        [recent_review] à refaire
       *[other] manque
    }
report-missing = à compléter
report-whom = à qui écrire
report-part = { $part ->
        [description] description
        [results] résultats
        [territory] territoire
        [contact] contact
        [picture] image
        [review] jamais relue
       *[recent_review] relecture à refaire ({ $reviewed })
    }
report-unreachable = { $name } (sans coordonnées)
report-website = site du pilote : { $website }
report-nobody = aucun contact
report-notice = À compléter : { $parts }.
report-count = { $part ->
        [description] { $count } sans description
        [results] { $count } sans résultats
        [territory] { $count } sans territoire
        [contact] { $count } sans contact
        [picture] { $count } sans image
        [review] { $count ->
            [one] { $count } jamais relue
           *[other] { $count } jamais relues
        }
       *[recent_review] { $count ->
            [one] { $count } relecture à refaire
           *[other] { $count } relectures à refaire
        }
    }
report-totals = Le { $on } : { $sheets ->
        [one] { $sheets } fiche
       *[other] { $sheets } fiches
    }, { $complete ->
        [one] { $complete } complète
       *[other] { $complete } complètes
    }, { $incomplete } à compléter{ $counts ->
        [none] .
       *[other] {" "}:
        {"  "}{ $counts }.
    }
report-skipped = { $count ->
        [one] { $count } fiche n'est pas comptée : corrigez d'abord les erreurs.
       *[other] { $count } fiches ne sont pas comptées : corrigez d'abord les erreurs.
    }
