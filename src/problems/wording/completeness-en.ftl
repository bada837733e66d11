# What the sheets lack: the report of “florilege check --report”.

cli-arg-report = Say also what each sheet lacks, and whom to write to
cli-arg-on = With --report: the day of the report, such as 2026-11-22; else today (universal time)
usage-on-alone = “--on” gives the day of the report: add “--report”.
bad-day = “{ $value }” is no day of the calendar. Write the year, the month and the day: 2026-11-22.

report-sheet = sheet
report-column = { $part ->
        [description] description
        [results] results
        [territory] territory
        [contact] contact
        [picture] picture
       *[review] review
    }
report-cell = { $part ->
        [review] never
        [recent_review] to redo
       *[other] missing
    }
report-missing = to complete
report-whom = write to
report-part = { $part ->
        [description] description
        [results] results
        [territory] territory
        [contact] contact
        [picture] picture
        [review] never reviewed
       *[recent_review] new review (last: { $reviewed })
    }
report-unreachable = { $name } (no way to reach them)
report-website = the pilot's site: { $website }
report-nobody = no contact
report-notice = To complete: { $parts }.
report-count = { $part ->
        [description] { $count } without description
        [results] { $count } without results
        [territory] { $count } without territory
        [contact] { $count } without contact
        [picture] { $count } without picture
        [review] { $count } never reviewed
       *[recent_review] { $count } due for a new review
    }
report-totals = On { $on }: { $sheets ->
        [one] { $sheets } sheet
       *[other] { $sheets } sheets
    }, { $complete } complete, { $incomplete } to complete{ $counts ->
        [none] .
       *[other] :
        {"  "}{ $counts }.
    }
report-skipped = { $count ->
        [one] { $count } sheet is not counted: correct the errors first.
       *[other] { $count } sheets are not counted: correct the errors first.
    }
