# What changed in the catalogue: `florilege diff`.

cli-diff = Says what changed in the catalogue: sheets that are new, updated, gone
cli-arg-old = The folder of the old site
cli-arg-new = The folder of the new site
cli-arg-since = In place of both folders: compare the catalogue with what it was in Git, at a revision or on a day, such as 2026-03-21
cli-arg-page = Also write the page of news, content/pages/ID.md, ready to publish

diff-day = { $date }
diff-title = What changed in the catalogue “{ $title }”{ $since ->
        [none] {""}
       *[other] {" "}since { $since }
    }
diff-nothing = Nothing changed in the sheets of the catalogue “{ $title }”{ $since ->
        [none] {""}
       *[other] {" "}since { $since }
    }.
diff-count-new = { $count ->
        [one] { $count } new sheet
       *[other] { $count } new sheets
    }
diff-count-changed = { $count ->
        [one] { $count } sheet updated
       *[other] { $count } sheets updated
    }
diff-count-gone = { $count ->
        [one] { $count } sheet withdrawn
       *[other] { $count } sheets withdrawn
    }
diff-heading-new = New sheets
diff-heading-changed = Updated sheets
diff-heading-gone = Withdrawn sheets
diff-theme = Theme: { $theme }
diff-fields = Updated: { $fields }
diff-moved = New address; the old one still leads there.
diff-into = Now part of “{ $sheet }”
diff-field = { $field ->
        [title] title
        [theme] theme
        [also] other themes
        [pilot] pilot
        [partners] partners
        [partners_note] partners
        [contacts] contacts
        [territory] territory
        [period] period
        [audiences] audiences
        [objective] objective
        [description] description
        [results] results
        [figures] figures that stand out
        [media] pictures
        [videos] videos
        [links] links
        [forums] forums
        [sources] sources
        [reviewed] review by the pilot
       *[other] { $field }
    }
diff-page-title = What is new
diff-page-summary = What changed in the catalogue{ $since ->
        [none] {""}
       *[other] {" "}since { $since }
    }.
diff-page-changed = { $name }: { $fields }
diff-page-into = { $name }, now part of { $sheet }
diff-page-done = The page “{ $path }” is written: read it, then build the site.
diff-page-none = No page is written.
diff-page-bad-id = “{ $id }” cannot be the name of a page: small letters without accents, digits and hyphens, such as “{ $suggestion }”.
diff-page-exists = The page “{ $path }” is there already: it is left as it is. Remove it first, or choose another name.
diff-stopped = { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }: mend the catalogue first, then compare.
diff-unsure = { $count ->
        [one] In the old catalogue this sheet had errors: what is said of it, or not said, wants checking.
       *[other] In the old catalogue these sheets had errors: what is said of them, or not said, wants checking.
    }
diff-no-folder = There is no folder “{ $folder }”.
diff-no-edition = The folder “{ $folder }” has no file { $name }: it is no site of Florilège, or comes from a version that did not write it. Build it again, or compare with --since.
diff-bad-edition = The file “{ $file }” cannot be read. Copy that site again, or build it again.
diff-other-edition = The file “{ $file }” comes from another version of Florilège and cannot be compared. Build that site again, or compare with --since.
diff-no-git = --since needs the program Git, which is not installed: https://git-scm.com/downloads. Without it, compare the folders of two sites.
diff-not-a-repository = “{ $root }” is in no Git repository: --since finds nothing old there. Compare the folders of two sites.
diff-unknown-revision = Git knows no “{ $revision }” here. Give a day (2026-03-21), a tag, a branch or the number of a revision; “git log --oneline” lists them.
diff-too-early = Before “{ $revision }” this repository had no revision yet. Give a later day; “git log --oneline” lists the revisions.
diff-shallow = This repository holds only part of its history, and “{ $revision }” is not in it. Type “git fetch --unshallow” first.
diff-no-catalogue-then = At the revision “{ $revision }” there was no catalogue here yet (folder “content”).
diff-unreadable-then = At the revision “{ $revision }” the settings of the catalogue (content/catalogue.yaml) are missing or cannot be read: choose another revision.
diff-git-failed = Git refused: { $reason }
