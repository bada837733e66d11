# Les mots des pages légales en français, comme ceux de fr.ftl.

legal-missing = Avant de publier, { $count ->
        [one] un réglage reste à remplir
       *[other] { $count } réglages restent à remplir
    } : c'est ce qu'on attend { $kind ->
        [state] d'un service de l'État
        [public_body] d'un organisme public
        [association] d'une association
       *[unknown] de qui publie un site
    }.
    .label = qui publie
    .remedy = Remplissez dans content/catalogue.yaml (le guide dit quoi écrire, à « Avant de publier ») :
    { $fields }
bad-audit = { $fault ->
        [none] L'audit dit qu'aucun critère n'est applicable.
       *[more] L'audit compte plus de critères respectés ({ $passed }) que de critères applicables ({ $applicable }).
    }
    .label = { $fault ->
        [none] zéro
       *[more] plus que « applicable »
    }
    .remedy = Recopiez les deux nombres du rapport d'audit ; s'il n'y a pas eu d'audit, retirez « audit ».
expired-audit = Cet audit ne vaut plus : plus de trois ans le séparent de la déclaration. La mention est « non conforme ».
    .label = trop ancien
    .related = la déclaration est de ce jour
    .remedy = Faites faire un nouvel audit, ou retirez celui-ci.
bad-declaration-date = { $fault ->
        [update] La déclaration d'accessibilité a été mise à jour avant d'être établie.
       *[audit] L'audit est postérieur à la déclaration qui en parle.
    }
    .label = { $fault ->
        [update] mise à jour
       *[audit] audit
    }
    .related = { $fault ->
        [update] établie
       *[audit] déclaration
    }
    .remedy = { $fault ->
        [update] Vérifiez « established » (établie le) et « updated » (mise à jour le).
       *[audit] Vérifiez « date », ou donnez dans « updated » le jour où la déclaration a reçu ces résultats.
    }
