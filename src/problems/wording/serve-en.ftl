# The words of the preview.

serve-address = Preview of the catalogue: { $address }
    Leave this window open. Every file you save shows at once. Ctrl+C to end.
serve-booklet = Its booklet, typeset when you ask for it: { $address }
    A forum's bears the name of its file instead of “catalogue”; “a4” instead of “a5” sets it on A4.
serve-network = On a phone of the same network: { $address }
    Mind: everybody on this network can read these pages, until you end it.
serve-no-network = This machine has no address on a network: the preview is only shown here.
serve-port-taken = Port { $port } is taken by another program. Give another one with --port, or none: the first free one will be taken.
serve-ready = { $sheets ->
        [one] { $sheets } sheet
       *[other] { $sheets } sheets
    }, { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }, in { $time }.
serve-changed = { $what }: shown in { $time }.
serve-broken = { $what }: { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }, read in { $time }; the preview shows the last state without errors.
serve-files = { $count } files
serve-all-files = all files
serve-end = Preview ended.
serve-problems = { $errors ->
        [0] { $warnings ->
            [one] { $warnings } remark on the catalogue
           *[other] { $warnings } remarks on the catalogue
        }
        [one] { $errors } error in the catalogue
       *[other] { $errors } errors in the catalogue
    }
serve-old-page = The page shows the last state without errors. Mend and save: it will be brought up to date by itself.
serve-no-page = There is nothing to show yet. Mend and save: the site will appear here by itself.
serve-line = , line { $line }
serve-colon = :
serve-more = And { $more ->
        [one] { $more } other, which the terminal shows.
       *[other] { $more } others, which the terminal shows.
    }
serve-close = Close
cli-serve = Shows the site in the browser, and brings it up to date at each save
cli-arg-port = Port of the preview; by default the first free one from 4321 on
cli-arg-lan = Show the preview to other machines of the network too, such as a phone
cli-arg-serve_open = Open the preview in the browser
