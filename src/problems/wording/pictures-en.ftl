# What keeps a picture from being shown. A sentence says what is wrong, .remedy what to do about it.

picture-unreadable = The picture “{ $value }” cannot be read: { $reason }.
    .label = picture that cannot be read
    .remedy = Check the file's permissions, and that no other program keeps it open.
picture-format = “{ $value }” is neither JPEG, nor PNG, nor WebP, nor SVG: it is { $kind ->
        [heic] a photograph in the HEIC format, that of recent telephones
        [avif] a picture in the AVIF format
        [gif] a picture in the GIF format
        [tiff] a picture in the TIFF format
        [bmp] a picture in the BMP format
        [psd] a file of Photoshop
        [eps] a file for printers (EPS)
        [pdf] a PDF document
        [svgz] a compressed file
        [document] a document of an office program, or an archive
        [video] a video
        [html] a web page
       *[other] a file of another kind
    }, whatever its name ends in.
    .label = format refused
    .remedy = { $kind ->
        [html] The page was saved in place of the picture: in the browser, right-click the picture itself, then “Save image as…”.
        [video] Publish the video elsewhere and give its address in “videos”.
        [document] Open it and save the picture alone, as JPEG or PNG.
        [svgz] Decompress it, or save the drawing as “Plain SVG”.
       *[other] Open it in an image editor and save it as JPEG or PNG: another ending of its name is not enough.
    }
picture-cut = The picture “{ $value }” stops before its end: it was badly copied or downloaded.
    .label = incomplete picture
    .remedy = Copy it again from the original. If the original is incomplete too, ask its author for it again.
picture-damaged = The picture “{ $value }” is damaged: it cannot be read.
    .label = damaged picture
    .remedy = Open it in an image editor and save it again as JPEG or PNG. If it does not open there, ask its author for it again.
picture-inks = The picture “{ $value }” is made for printers: its colours are those of inks (CMYK), which screens show badly.
    .label = colours of inks
    .remedy = Ask whoever gave it to you for an “RGB” version, for screens; or open it in an image editor and save it as JPEG, in RGB mode.
picture-animated = The picture “{ $value }” is animated: it would move, and readers could not stop it.
    .label = animated picture
    .remedy = Save a single view of it, as JPEG or PNG; for a film, give its address in “videos”.
picture-too-large = The picture “{ $value }” is too large: { $unit ->
        [mebibytes] it weighs { $size } MiB, and the limit is { $limit } MiB
       *[megapixels] it has { $size } megapixels, and the limit is { $limit } megapixels
    }.
    .label = picture that is too large
    .remedy = Open it in an image editor and make it smaller: 3000 pixels of width are enough, beyond that nothing is seen.
bad-drawing = The drawing “{ $value }” is no SVG that browsers show ({ $detail }).
    .label = drawing that cannot be read
    .remedy = Open it in a drawing program, Inkscape for instance, and save it as “Plain SVG”; or give a PNG picture.
