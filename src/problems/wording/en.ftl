# Florilège's words in English. A sentence says what is wrong, .remedy what to do about it.
# Names of fields and signs of YAML stand in “quotes”.

error = error
warning = warning
remedy = remedy
related = the first one is here

# Files
missing-settings = The settings file “{ $file }” is not there.
    .remedy = Go to the catalogue's folder (the one that holds “content”), or name it with --root.
no-sheet = The catalogue has no sheet.
    .remedy = Make the first one with “florilege new my-initiative”.
unreadable = This file cannot be read: { $reason }.
    .remedy = Check the file's permissions, and that no other program keeps it open.
not-a-file = This is neither a file nor a folder.
    .remedy = Take it out of the “content” folder.
too-large = This file weighs { $size }; the limit is { $limit }.
    .remedy = A sheet takes a few pages: move the rest elsewhere, or check that this is a sheet.
not-utf8 = This file is not saved as UTF-8: its accents could not be read.
    .label = first character that cannot be read
    .remedy = In your text editor, choose “Save as…” and the encoding “UTF-8”.
not-text = This file is no text: it may be a document of a word processor, or a picture.
    .remedy = Copy what it says to a file made with a text editor (Notepad, TextEdit in text mode…).
empty-file = This file is empty.
    .remedy = Fill it in; if it serves nothing, delete it.
folder-loop = A link leads back to a folder that holds it: “{ $target }”.
    .remedy = Delete the link.
ignored-file = This file is not read: its name does not end in “{ $extension }”.
    .remedy = Rename it, or put it elsewhere.
bad-id = “{ $id }” cannot be an address: a file name has only lowercase letters without accents, digits and hyphens.
    .remedy = Rename the file, for instance “{ $suggestion }”.
reserved-id = “{ $id }” is a name that Windows keeps for itself.
    .remedy = Choose another file name, for instance “sheet-{ $id }”.
duplicate-id = The id “{ $id }” is already taken by “{ $other }”.
    .remedy = Rename one of the two: the id is the address of the page.
bad-name = “{ $id }” cannot be an id: only lowercase letters without accents, digits and hyphens.
    .label = id refused
    .remedy = Write for instance “{ $suggestion }”.
taken-id = The old id “{ $id }” is still that of a sheet.
    .label = still taken
    .remedy = Take it out of “previous_ids”, or rename the sheet that bears it.
missing-front-matter = This page does not begin with its fields between two lines of “---”.
    .remedy = Begin the file with a line “---”, then “title: My title”, then a line “---”.
unclosed-front-matter = The fields of this page are not closed by a line “---”.
    .label = opened here
    .remedy = Add a line “---” after the last field.

# YAML
tab-indentation = This line is indented with a tab.
    .label = tab
    .remedy = Replace it with spaces, two a level.
nbsp-indentation = This line is indented with a no-break space, which looks like nothing.
    .label = no-break space
    .remedy = Delete the beginning of the line and type plain spaces.
nbsp-around-name = A no-break space, which looks like nothing, touches the name of the field “{ $name }”.
    .label = no-break space
    .remedy = Delete it: write “{ $name }:”, then a plain space and the value.
missing-space = A space is missing after the colon of “{ $name }”.
    .label = add a space here
    .remedy = Write “{ $name }:” then a space, then the value.
unquoted-colon = The value of “{ $name }” has a colon followed by a space: it must stand between quotes.
    .label = this colon
    .remedy = Write { $name }: "{ $value }"
missing-dash-space = A space is missing after the dash.
    .label = add a space here
    .remedy = Write “-”, a space, then the item of the list.
special-start = A value cannot begin with “{ $sign }” without quotes.
    .label = this sign
    .remedy = Write "{ $value }", between straight quotes.
hash-comment = The “#” makes the rest of the line vanish: YAML takes it for a comment.
    .label = is not read
    .remedy = Put the whole value between quotes; for a real comment, leave a space behind the “#”.
unquoted-item = This item has a colon followed by a space: it must stand between quotes.
    .label = read as a field
    .remedy = Write - "{ $value }"
unclosed-quote = This quote is never closed.
    .label = opened here
    .remedy = Add the same quote at the end of the value, or take this one away.
text-after-quote = There is text after the closing quote.
    .label = this text
    .remedy = Put the whole value between quotes; inside, double the apostrophe ('') or write \".
unclosed-bracket = The sign “{ $sign }” is never closed.
    .label = opened here
    .remedy = Close the list with “{ $close }”, or put the value between quotes if it is no list.
bad-escape = Between double quotes, the backslash announces a special character; this one does not exist.
    .label = here
    .remedy = Double the backslash (\\), or use single quotes.
bad-indentation = This line is not aligned with the other fields.
    .label = this line
    .remedy = Align it with the fields of its level, two spaces a level.
missing-colon = This line is no field: it lacks a name followed by a colon.
    .label = this line
    .remedy = Write “name: value”; if it continues the text above, indent it by two spaces under a field that ends in “|”.
text-after-bar = After “{ $sign }”, the text begins on the next line.
    .label = this text
    .remedy = Go to the next line after “{ $sign }”, and indent the text by two spaces.
several-lines = This value runs over several lines: they would be joined, and a list would lose its dashes.
    .label = from the first line to the last
    .remedy = Write “|” after the colon and the text below it, indented by two spaces; or keep to one line.
alias-refused = YAML's anchors and aliases (“&” and “*”) are not used in a catalogue.
    .label = this sign
    .remedy = If it is text, put the value between quotes; else copy the value.
tag-refused = YAML's tags (“!”) are not used in a catalogue.
    .label = this tag
    .remedy = If it is text, put the value between quotes; else delete the tag.
several-documents = This file holds several documents, separated by “---”.
    .label = the second begins here
    .remedy = One sheet a file: delete this line, or make two files.
too-deep = Too many levels are nested.
    .label = here
    .remedy = A sheet never has more than a few levels: check indentation and brackets.
too-many-values = This file holds too many values (more than { $limit }).
    .remedy = Check that it is a sheet.
syntax = This file cannot be read from here on ({ $detail }).
    .label = here
    .remedy = Look at this line and the one before: a quote, a bracket or an indentation is missing or too many.

# Fields
unknown-field = The field “{ $field }” does not exist in { $record ->
        [sheet] a sheet
        [settings] the settings
        [forum] a forum
        [page] a page
        [source] a source's record
       *[other] “{ $record }”
    }.
    .label = unknown field
    .remedy = { $suggestion ->
        [none] Delete it, or choose among: { $known }.
       *[other] Did you mean “{ $suggestion }”?
    }
duplicate-key = The field “{ $field }” is given twice.
    .label = second time
    .remedy = Keep one of the two.
missing-field = The field “{ $field }” is missing in { $record ->
        [sheet] a sheet
        [settings] the settings
        [forum] a forum
        [page] a page
        [source] a source's record
       *[other] “{ $record }”
    }.
    .remedy = { $kind ->
        [record] Add a line “{ $field }:” and below it, indented by two spaces, its fields: { $example }.
       *[other] Add for instance: { $field }: { $example }
    }
empty-field = The field “{ $field }” is empty.
    .label = nothing after the colon
    .remedy = { $kind ->
        [record] Write below it, indented by two spaces, its fields: { $example }.
       *[other] Fill it in, for instance: { $field }: { $example }
    }
expected-text = The field “{ $field }” takes text.
    .label = { $found ->
        [list] this is a list
       *[record] this is a group of fields
    }
    .remedy = { $kind ->
        [markdown] Write “{ $field }: |” and the text below it, indented by two spaces; a list's dashes may stand there.
        [list] Each item takes one line, between quotes if it has a colon.
       *[other] Write the value on the same line: { $field }: { $example }
    }
expected-list = The field “{ $field }” takes a list.
    .label = { $found ->
        [text] this is text
       *[record] this is a group of fields
    }
    .remedy = One item a line, each after a dash and a space; or between brackets: [one, two].
expected-record = The field “{ $field }” takes fields below it.
    .label = { $found ->
        [text] this is text
       *[list] this is a list
    }
    .remedy = Go to the next line and indent by two spaces; possible fields: { $known }.
expected-flag = The field “{ $field }” takes “true” or “false”.
    .label = neither
    .remedy = Write { $field }: true or { $field }: false.
expected-number = The field “{ $field }” takes a whole number.
    .label = not a number
    .remedy = Write for instance { $field }: 10.
bad-choice = “{ $value }” is not a possible value of “{ $field }”.
    .label = unknown value
    .remedy = Choose among: { $known }.
bad-date = “{ $value }” is not a date.
    .label = not a date
    .remedy = Write the year, the year and month, or the day: 2019, 2019-04 or 2019-04-30.
bad-period = The period ends before it begins.
    .label = end
    .related = beginning
    .remedy = Check “start” and “end”.
bad-email = “{ $value }” is not a whole e-mail address.
    .label = not an address
    .remedy = Write it as name@example.org, without a space; if it is incomplete, take it away.
bad-url = “{ $value }” is not a web address.
    .label = not an address
    .remedy = Write it in full, as https://www.example.org/.
bad-phone = “{ $value }” is not a telephone number.
    .label = not a number
    .remedy = Write it as 01 23 45 67 89 or +33 1 23 45 67 89, one number a line.
bad-colour = “{ $value }” is not a colour.
    .label = not a colour
    .remedy = Write a hash and six digits from 0 to f, between quotes: "#1d5fa6".
faint-colour = The colour “{ $value }” is hard to read { $field ->
        [color_dark] on a dark ground
       *[other] on white, and white on it
    }: its contrast is { $whole }.{ $tenths }, and 4.5 is needed.
    .label = { $field ->
        [color_dark] too dark
       *[other] too light
    }
    .remedy = Take { $suggestion } for example, the nearest shade that can be read.
bad-language = “{ $value }” is not a language code.
    .label = unknown code
    .remedy = Write fr for French, en for English.
bad-path = “{ $value }” leaves the pictures' folder.
    .label = path refused
    .remedy = Give the name of a file in content/media, without “..” and without “/” in front.

# Text
raw-html = HTML is not interpreted: “{ $value }” will be shown as it is.
    .label = shown as text
    .remedy = Use Markdown: **bold**, *italic*, [link](https://…), an empty line between paragraphs.
missing-caption = This table has no caption: whoever listens to it does not know what it shows.
    .label = here
    .remedy = Just before it, write a line that begins with “Table:”, then an empty line.
unsafe-link = A link cannot begin with “{ $scheme }”.
    .label = link refused
    .remedy = Possible links: https://…, mailto:…, tel:…, sheet:id, page:id, theme:id, lang:code (another language).
broken-link = This link is not recognised: its address has a space.
    .label = shown as it is
    .remedy = Rename the file without a space, or put the address between angle brackets: [text](<my file.jpg>).
relative-link = The link “{ $value }” would only work from some pages.
    .label = relative link
    .remedy = Write sheet:id, page:id or theme:id, or the whole address with https://.
unknown-target = The link leads to “{ $value }”, which is not in the catalogue.
    .label = unknown target
    .remedy = { $suggestion ->
        [none] Check the id: it is the file's name without its extension.
       *[other] Did you mean “{ $suggestion }”?
    }
missing-alt = This picture has no alternative text (“alt”).
    .label = picture without “alt”
    .remedy = Describe the picture in one sentence for those who do not see it; in “media” or “cover”, alt: "" says that it is decorative.

# Links of the catalogue
no-theme = The settings give no theme.
    .remedy = Add the list “themes” to catalogue.yaml, each theme with “id” and “title”.
duplicate-theme = The theme “{ $id }” is declared twice.
    .label = second time
    .remedy = Keep one of the two, or change one of the ids.
unknown-theme = The theme “{ $value }” does not exist.
    .label = unknown theme
    .remedy = { $suggestion ->
        [none] Themes of the settings: { $known }.
       *[other] Did you mean “{ $suggestion }”? Themes of the settings: { $known }.
    }
repeated-theme = The theme “{ $value }” is named twice in this sheet.
    .label = one too many
    .remedy = Take it out of “also”: “theme” says it already, or another item of the list.
unknown-department = “{ $value }” is not the code of a department.
    .label = unknown code
    .remedy = { $suggestion ->
        [none] Write the official code between quotes: "05", "2A", "974".
       *[other] Did you mean "{ $suggestion }"?
    }
unknown-region = “{ $value }” is not the code of a region.
    .label = unknown code
    .remedy = { $suggestion ->
        [none] Write the Insee code between quotes: "11" for Île-de-France, "76" for Occitanie.
       *[other] Did you mean "{ $suggestion }"?
    }
twin-code = “{ $value }” means two territories here: the region { $region } and the department { $department }.
    .label = the same number twice
    .related = the other one is here
    .remedy = Keep the one that you meant and remove the other. A department needs no region beside it.
unknown-forum = The forum “{ $value }” has no file.
    .label = unknown forum
    .remedy = { $suggestion ->
        [none] Make content/forums/{ $value }.yaml, or take this forum out.
       *[other] Did you mean “{ $suggestion }”?
    }
unknown-sheet = The sheet “{ $value }” does not exist.
    .label = unknown sheet
    .remedy = { $suggestion ->
        [none] Check the id: it is the file's name without its extension.
       *[other] Did you mean “{ $suggestion }”?
    }
unknown-page = The page “{ $value }” does not exist.
    .label = unknown page
    .remedy = { $suggestion ->
        [none] Make content/pages/{ $value }.md, or take this page out.
       *[other] Did you mean “{ $suggestion }”?
    }
repeated-page = The page “{ $value }” is in the booklet twice.
    .label = named before
    .remedy = Keep it in “before” or in “after”, once.
unknown-audience = No sheet is for the audience “{ $value }”.
    .label = unknown audience
    .remedy = { $suggestion ->
        [none] Copy an audience as the sheets write it in “audiences”, or take it out.
       *[other] Did you mean “{ $suggestion }”?
    }
empty-selection = The forum “{ $id }” shows no sheet: it will have no booklet.
    .remedy = Write forums: [{ $id }] in the sheets to show, or choose them with “select” in the forum's file.
unknown-source = The source “{ $value }” has no record.
    .label = unknown source
    .remedy = { $suggestion ->
        [none] Make seeds/sources/{ $value }.yaml, or take this source out.
       *[other] Did you mean “{ $suggestion }”?
    }
missing-media = The picture “{ $value }” is not in content/media.
    .label = file not found
    .remedy = { $suggestion ->
        [none] Copy it to content/media, or correct the name (capitals and accents count).
       *[other] Did you mean “{ $suggestion }”?
    }
unknown-media = Browsers do not show the picture “{ $value }”.
    .label = format refused
    .remedy = Use a JPEG, PNG, WebP or SVG picture.
bad-pictogram = The pictogram holds “{ $value }”, which is no plain drawing.
    .label = element refused
    .remedy = A pictogram has only SVG drawings: path, circle, rect, line, polyline, polygon, ellipse, g.
path-collision = Two pages would have the same address: “{ $path }”.
    .remedy = { $other ->
        [none] Rename this file: the address is that of a page that Florilège makes itself.
       *[other] Rename one of the two files (the other: { $other }).
    }

# Site theme
missing-glyph = No font of the booklet has the character “{ $value }” (U+{ $code }).
    .label = nothing to draw it with
    .remedy = Put another one in its place, or words.
bad-template = This template has a mistake: { $detail }.
    .label = here
    .remedy = Correct it, or delete your copy to get the original back.
bad-style = This style sheet has a mistake: { $detail }.
    .label = here
    .remedy = Correct it, or delete your copy to get the original back.
missing-asset = The file “{ $value }” that this style sheet asks for is not there.
    .remedy = Add it to the site theme, or take out what asks for it.
missing-label = The label “{ $key }” is missing.
    .remedy = Add it to the labels' file of this language.
missing-labels = The site theme has no labels for the language “{ $language }”.
    .remedy = Add the file { $file }, on the model of labels/en.yaml.
unknown-site-theme = The site theme “{ $value }” does not exist.
    .remedy = The one that comes with Florilège is “forum”; another one goes to themes/{ $value }/.

# Command line
build-done = { $sheets ->
        [one] { $sheets } sheet
       *[other] { $sheets } sheets
    }, { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }: { $written ->
        [one] { $written } file written
       *[other] { $written } files written
    }, { $unchanged } unchanged, { $removed } removed, in { $time }. → { $out }
build-stopped = { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }. Nothing was written: the site stays as it was.
check-stopped = { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }.
check-done = { $sheets ->
        [one] { $sheets } sheet checked
       *[other] { $sheets } sheets checked
    }, { $pages ->
        [one] { $pages } page ready
       *[other] { $pages } pages ready
    }, { $warnings ->
        [0] no problem
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }, in { $time }.
build-waits = Another build is writing to “{ $out }”: waiting for it to end…
foreign-folder = The folder “{ $out }” is not empty and was not made by Florilège: nothing in it was touched. Name another folder with --out, or empty this one yourself.
foreign-path = In the output folder, “{ $path }” was not made by Florilège and stands where a page should go: nothing was written. Move it away, then try again.
output-inside-content = The output folder “{ $out }” is mixed up with the catalogue's sources. Name another one with --out.
output-linked = In the output folder, “{ $path }” is a link to elsewhere: nothing was written. Delete this link.
output-gone = The output folder “{ $out }” was removed or moved away during the build: the site is not there. Run the same command again.
output-refused = { $reason ->
        [full] There is no room left on the disk to write “{ $path }”.
        [too-large] The disk, or a setting of the machine, refuses a file as large as “{ $path }”.
        [denied] The machine forbids writing “{ $path }”.
        [busy] Another program holds “{ $path }” open.
        [name] The disk refuses the name “{ $path }”, which may be too long.
       *[other] The machine refused “{ $path }” ({ $said }).
    } { $begun ->
        [yes] The new site is only partly in place: each file is whole, the old one or the new one.
       *[no] The site has not changed.
    } { $reason ->
        [full] Make room
        [too-large] Name another folder with --out
        [denied] Make this folder writable, or name another one with --out
        [busy] Close this file there
        [name] Name another folder with --out
       *[other] Check that the disk is connected and sound
    }, then run the same command again{ $begun ->
        [yes] : it will finish the work.
       *[no] .
    }
not-a-catalogue = “{ $root }” is not a catalogue: it has no “content” folder. Name the right folder with --root, or make a catalogue with “florilege init my-catalogue”.
machine-failed = The machine refused: { $reason }
bad-base-url = “{ $value }” is not a whole web address, such as https://www.example.org/catalogue/.
init-done = Catalogue made in “{ $dir }”: two invented sheets, to read, to change, then to replace with your own.

    Type these three commands, one after the other:

    {"    "}{ $first }
        florilege build
        florilege new my-sheet

    “build” makes the site: double-click public/index.html to see it.
    “new” makes a sheet to fill in; “florilege check” will say what it still lacks.
    The file README.md says the rest.
init-not-empty = The folder “{ $dir }” is not empty: it holds “{ $one }”{ $hidden ->
        [yes] {" "}(a hidden name)
       *[no] {""}
    }{ $more ->
        [0] {""}
        [one] {" "}and one more
       *[other] {" "}and { $more } more
    }. Nothing in it was changed. Name an empty folder, or one that does not exist yet. To add a sheet to a catalogue, type “florilege new my-sheet” in its folder.
init-not-a-folder = “{ $path }” is not a folder: nothing was changed. Give another name.
init-no-root = “init” does not go with --root. Write the whole path behind it: florilege init { $dir }
init-undone = The catalogue was not made, and nothing of it was left behind.
init-left = The catalogue was not made whole, and what was written of it could not be taken away: delete it yourself.
new-done = Sheet made: { $path }
    Open it in a text editor, fill it in, then run “florilege check”.
new-header = A sheet to fill in, in a text editor.
    A line that begins with # is not read: take away the “#” and the space behind it to put it to use.
    Indentation counts: two spaces a level, never a tab.
new-exists = “{ $path }” already exists: nothing was changed.
new-bad-id = “{ $id }” cannot be an address. Try “{ $suggestion }”: lowercase letters without accents, digits, hyphens.
new-bad-theme = The theme “{ $theme }” does not exist. Themes of the settings: { $known }.
new-taken-id = The id “{ $id }” is already that of “{ $other }”.

# Help of the command
cli-florilege = Turns a folder of sheets into a catalogue: a website, a page to print.
cli-init = Makes a sample catalogue, ready to build, in the language of messages
cli-build = Builds the site
cli-check = Checks the whole catalogue and writes nothing
cli-new = Makes a sheet to fill in
cli-schema = Writes the JSON Schema of sheets, for text editors
cli-completions = Writes what a terminal needs to complete the command
cli-arg-root = The catalogue's folder, the one that holds “content”
cli-arg-lang = Language of messages, fr or en; else the system's, then the catalogue's
cli-arg-format = Form of messages: human (to read), json or github (for programs)
cli-arg-quiet = Say nothing when all is well
cli-arg-help = Show this help
cli-arg-version = Show the version
cli-arg-dir = Folder of the new catalogue: a new one or an empty one, from the current folder on (without --root)
cli-arg-out = Folder to write the site to; by default “public”, in the catalogue's folder
cli-arg-strict = Treat every warning as an error, and require the legal settings: before publishing
cli-arg-base_url = Address where the site will stand, in place of the settings'
cli-arg-id = Id of the sheet: its file name and its address, such as samusocial-elan
cli-arg-theme = Id of the main theme
cli-arg-record = What is described: sheet, settings, forum, page or source
cli-arg-shell = The terminal: bash, elvish, fish, powershell or zsh
cli-heading-usage = Usage:
cli-heading-options = Options
cli-heading-arguments = Arguments
cli-heading-commands = Commands
cli-value-command = command
cli-after = Exit codes: 0 done, 1 problems in the content, 2 wrong usage, 3 the machine refused (disk, permissions).
usage-command = There is no command “{ $typed }”. { $near ->
        [none] “florilege --help” lists them.
       *[other] Did you mean “{ $near }”?
    }
usage-argument = “{ $typed }” is not expected here. { $near ->
        [none] “florilege --help” says what is.
       *[other] Did you mean “{ $near }”?
    }
usage-value = “{ $typed }” is not a possible value. { $near ->
        [none] “florilege --help” says what is.
       *[other] Choose among: { $near }.
    }
usage-missing = { $typed } is missing. “florilege --help” says what is expected.
