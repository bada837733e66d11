# The typeset booklet: the command “booklet”.
cli-booklet = Typesets the booklet of a forum, or of the whole catalogue, as a PDF
cli-arg-forum = Id of the forum; without it, the whole catalogue
cli-arg-paper = Format of the pages: a5 (a spread a sheet) or a4 (a page a sheet)
cli-arg-order = Order of the sheets, in place of the forum's: theme or pilot
cli-arg-impose = Also lay the pages out for folding: two A5 pages to a side of A4, to fold and staple
cli-arg-marks = For a printer: 3 mm of bleed, and crop marks
cli-arg-draft = Print “draft” across each page
cli-arg-fit = Say, sheet by sheet, how many pages it takes and what spills
cli-arg-stand_signs = In place of the booklet: an A4 sign a sheet, for the stands
cli-arg-proof = In place of the booklet: one sheet, for its pilot to approve
cli-arg-open = Open the PDF when it is done
cli-arg-booklet_out = Folder to write to; by default “booklet”, in the catalogue's folder
booklet-sets = Setting the sheets: { $set } of { $sheets }…
booklet-binds = Putting the booklet together…
booklet-done = { $sheets ->
        [one] { $sheets } sheet
       *[other] { $sheets } sheets
    }, { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }, in { $time }. → { $out }
booklet-imposed = For folding: { $sheets ->
        [one] { $sheets } sheet
       *[other] { $sheets } sheets
    } of A4, to print on both sides, short edge, at 100 %. → { $out }
booklet-stopped = { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }: no PDF was written.
booklet-unknown = There is no forum “{ $forum }”, or it shows no sheet. { $known ->
        [none] No forum shows any.
       *[other] Those that show some: { $known }.
    }
booklet-empty = The forum “{ $forum }” shows no sheet: name it in sheets (forums: [{ $forum }]), or give it a “select”.
booklet-no-sheet = There is no sheet “{ $id }”, or this booklet does not show it.
booklet-without = This build of the program cannot typeset PDF. Install the one that can:
        cargo install --path . --features booklet
    Meanwhile, the site's page booklet/ can be printed from a browser.
booklet-fit = { $id }: { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }{ $lines ->
        [0] {""}
        [one] , one of them for { $lines } line: shorten { $part ->
            [who] what says who (pilot, partners, contacts)
           *[other] the description or the results
        }
       *[other] , one of them for { $lines } lines: shorten { $part ->
            [who] what says who (pilot, partners, contacts)
           *[other] the description or the results
        }
    }
sheet-spills = In the booklet, this sheet takes a page more for { $lines ->
        [one] { $lines } line
       *[other] { $lines } lines
    }.
    .label = a little too long
    .remedy = Shorten by as much { $part ->
        [who] what says who: pilot, partners or contacts.
       *[other] the description or the results.
    }
