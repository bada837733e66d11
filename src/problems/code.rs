//! The list of everything that can be wrong.

/// Whether a problem stops the build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The build stops, and the output stays as it was.
    Error,
    /// The build goes on.
    Warning,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal $severity:ident,)*) => {
        /// A kind of problem. Its wording stands in `wording/*.ftl` under [`Code::id`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The stable name: in the wording's files, and in the machine-readable report.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// Whether it stops the build.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    // Files
    /// The settings file is not there.
    MissingSettings = "missing-settings" Error,
    /// No sheet at all.
    NoSheet = "no-sheet" Warning,
    /// The operating system refused to read.
    Unreadable = "unreadable" Error,
    /// Neither a file nor a folder: a device, a pipe.
    NotAFile = "not-a-file" Error,
    /// Larger than any sheet could be.
    TooLarge = "too-large" Error,
    /// Not text in UTF-8.
    NotUtf8 = "not-utf8" Error,
    /// No text at all: a document of a word processor, a picture.
    NotText = "not-text" Error,
    /// Nothing but blanks and comments.
    EmptyFile = "empty-file" Error,
    /// A link leads back to a folder that holds it.
    FolderLoop = "folder-loop" Error,
    /// A file that is no sheet among the sheets.
    IgnoredFile = "ignored-file" Warning,
    /// A file name that can be no address.
    BadId = "bad-id" Error,
    /// A file name that Windows keeps for itself.
    ReservedId = "reserved-id" Error,
    /// Two files with one id.
    DuplicateId = "duplicate-id" Error,
    /// An id in a field that can be no address.
    BadName = "bad-name" Error,
    /// An old id that a sheet still has.
    TakenId = "taken-id" Error,
    /// A page without front matter.
    MissingFrontMatter = "missing-front-matter" Error,
    /// Front matter that does not end.
    UnclosedFrontMatter = "unclosed-front-matter" Error,

    // YAML
    /// A tab in the indentation.
    TabIndentation = "tab-indentation" Error,
    /// A no-break space in the indentation.
    NbspIndentation = "nbsp-indentation" Error,
    /// A no-break space beside a field's name.
    NbspAroundName = "nbsp-around-name" Error,
    /// `field:value` without a space.
    MissingSpace = "missing-space" Error,
    /// `Mairie : service` without quotes.
    UnquotedColon = "unquoted-colon" Error,
    /// `-item` without a space.
    MissingDashSpace = "missing-dash-space" Error,
    /// A value that begins with a sign of YAML's.
    SpecialStart = "special-start" Error,
    /// A sign `#` that makes the rest of the line vanish.
    HashComment = "hash-comment" Error,
    /// An item of a list that was read as a field, for want of quotes.
    UnquotedItem = "unquoted-item" Error,
    /// A quote that is not closed.
    UnclosedQuote = "unclosed-quote" Error,
    /// Text after a closing quote.
    TextAfterQuote = "text-after-quote" Error,
    /// A bracket that is not closed.
    UnclosedBracket = "unclosed-bracket" Error,
    /// An unknown `\x` between double quotes.
    BadEscape = "bad-escape" Error,
    /// A line that stands too far right or left.
    BadIndentation = "bad-indentation" Error,
    /// A line without a field's name.
    MissingColon = "missing-colon" Error,
    /// Text behind `|`.
    TextAfterBar = "text-after-bar" Error,
    /// A plain value that runs over several lines.
    SeveralLines = "several-lines" Error,
    /// Anchors and aliases.
    AliasRefused = "alias-refused" Error,
    /// Tags.
    TagRefused = "tag-refused" Error,
    /// Several documents in one file.
    SeveralDocuments = "several-documents" Error,
    /// Lists in lists in lists.
    TooDeep = "too-deep" Error,
    /// More values than any sheet could hold.
    TooManyValues = "too-many-values" Error,
    /// Any other mistake of YAML.
    Syntax = "syntax" Error,

    // Fields
    /// A field that does not exist.
    UnknownField = "unknown-field" Error,
    /// A field given twice.
    DuplicateKey = "duplicate-key" Error,
    /// A required field that is not there.
    MissingField = "missing-field" Error,
    /// A required field that says nothing.
    EmptyField = "empty-field" Error,
    /// A list or a record where text should be.
    ExpectedText = "expected-text" Error,
    /// Text where a list should be.
    ExpectedList = "expected-list" Error,
    /// Text or a list where fields should be.
    ExpectedRecord = "expected-record" Error,
    /// Neither `true` nor `false`.
    ExpectedFlag = "expected-flag" Error,
    /// Not a whole number.
    ExpectedNumber = "expected-number" Error,
    /// A word that is not one of the few allowed.
    BadChoice = "bad-choice" Error,
    /// Not a date.
    BadDate = "bad-date" Error,
    /// A period that ends before it starts.
    BadPeriod = "bad-period" Error,
    /// Not an e-mail address.
    BadEmail = "bad-email" Error,
    /// Not a web address.
    BadUrl = "bad-url" Error,
    /// Not a telephone number.
    BadPhone = "bad-phone" Error,
    /// Not a colour.
    BadColour = "bad-colour" Error,
    /// A theme's colour in which words cannot be read.
    FaintColour = "faint-colour" Warning,
    /// Not a language code.
    BadLanguage = "bad-language" Error,
    /// A path that leaves its folder.
    BadPath = "bad-path" Error,

    // Text
    /// HTML in Markdown: shown as text.
    RawHtml = "raw-html" Warning,
    /// A table has no caption.
    MissingCaption = "missing-caption" Warning,
    /// A link whose scheme could do harm.
    UnsafeLink = "unsafe-link" Error,
    /// A link whose address cannot be told from the text around it.
    BrokenLink = "broken-link" Warning,
    /// A link that would only work from one page.
    RelativeLink = "relative-link" Error,
    /// A link to a sheet, a page or a theme that is not there.
    UnknownTarget = "unknown-target" Error,
    /// A picture without its alternative.
    MissingAlt = "missing-alt" Error,

    // Legal pages
    /// Settings that the law asks for, and that say nothing yet.
    LegalMissing = "legal-missing" Warning,
    /// Figures of an audit that cannot be.
    BadAudit = "bad-audit" Error,
    /// An audit that was too old when the declaration was made.
    ExpiredAudit = "expired-audit" Warning,
    /// Dates of the accessibility declaration that contradict each other.
    BadDeclarationDate = "bad-declaration-date" Error,

    // Links within the catalogue
    /// No theme in the settings.
    NoTheme = "no-theme" Error,
    /// Two themes with one id.
    DuplicateTheme = "duplicate-theme" Error,
    /// A theme that the settings do not have.
    UnknownTheme = "unknown-theme" Error,
    /// A crossing theme that is the main one, or is named twice.
    RepeatedTheme = "repeated-theme" Warning,
    /// Not a department of France.
    UnknownDepartment = "unknown-department" Error,
    /// Not a region of France.
    UnknownRegion = "unknown-region" Error,
    /// One code among the regions and among the departments, which means two places far apart.
    TwinCode = "twin-code" Warning,
    /// A forum that has no file.
    UnknownForum = "unknown-forum" Error,
    /// A sheet that is not there.
    UnknownSheet = "unknown-sheet" Error,
    /// An editorial page that is not there.
    UnknownPage = "unknown-page" Error,
    /// An editorial page that a booklet would show twice.
    RepeatedPage = "repeated-page" Error,
    /// An audience that no sheet has.
    UnknownAudience = "unknown-audience" Warning,
    /// A forum that shows no sheet.
    EmptySelection = "empty-selection" Warning,
    /// A source that has no record.
    UnknownSource = "unknown-source" Error,
    /// A picture that is not there.
    MissingMedia = "missing-media" Error,
    /// A picture of a kind that browsers do not show.
    UnknownMedia = "unknown-media" Error,
    /// A picture that the operating system refused to read.
    PictureUnreadable = "picture-unreadable" Error,
    /// A file of another kind that bears the name of a picture.
    PictureFormat = "picture-format" Error,
    /// A picture that stops before its end.
    PictureCut = "picture-cut" Error,
    /// A picture that cannot be decoded.
    PictureDamaged = "picture-damaged" Error,
    /// A photograph in the colours of inks.
    PictureInks = "picture-inks" Error,
    /// A picture that moves.
    PictureAnimated = "picture-animated" Error,
    /// A picture with more points, or more bytes, than can be read.
    PictureTooLarge = "picture-too-large" Error,
    /// A drawing that is no SVG.
    BadDrawing = "bad-drawing" Error,
    /// A pictogram that is more than lines.
    BadPictogram = "bad-pictogram" Error,
    /// Two pages at one address.
    PathCollision = "path-collision" Error,

    /// A sheet that needs another page of the booklet for a few lines.
    SheetSpills = "sheet-spills" Warning,
    /// A character that no font of the booklet has.
    MissingGlyph = "missing-glyph" Error,

    // Site theme
    /// A template that does not compile or render.
    BadTemplate = "bad-template" Error,
    /// A style sheet that does not parse.
    BadStyle = "bad-style" Error,
    /// A file that a style sheet names and that is not there.
    MissingAsset = "missing-asset" Error,
    /// A label without its text.
    MissingLabel = "missing-label" Error,
    /// No labels for the catalogue's language.
    MissingLabels = "missing-labels" Error,
    /// A site theme that does not exist.
    UnknownSiteTheme = "unknown-site-theme" Error,
}
