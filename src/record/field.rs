//! The declaration of a record.

/// A record: a group of fields with a name.
#[derive(Debug)]
pub struct Record {
    /// The name that messages, schemas and guides use.
    pub name: &'static str,
    /// Its fields, in the order in which they are shown.
    pub fields: &'static [Field],
}

/// A field of a record.
#[derive(Debug)]
pub struct Field {
    /// Its name in the file.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether it must be there.
    pub required: bool,
    /// One line of documentation, in English.
    pub english: &'static str,
    /// The same, in French.
    pub french: &'static str,
    /// A value as it would be typed.
    pub example: &'static str,
}

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// One line of text.
    Line,
    /// Text in Markdown, of any length.
    Markdown,
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Number,
    /// A year, a month or a day.
    Date,
    /// An e-mail address.
    Email,
    /// The address of a website.
    WebAddress,
    /// A telephone number.
    Phone,
    /// A colour, as `#1d5fa6`.
    Colour,
    /// One of a few words.
    Choice(&'static [&'static str]),
    /// A list.
    List(&'static Kind),
    /// Fields of its own.
    Record(&'static Record),
    /// A line of text, or a record.
    LineOr(&'static Record),
}

/// Declares a record: a struct whose fields are read from the file under their own names.
///
/// Each field bears its line of documentation in English (its doc comment) and in French, and an
/// example.
macro_rules! record {
    (
        $(#[$meta:meta])*
        $name:literal $vis:vis struct $Type:ident {
            $(
                #[doc = $english:literal]
                ($french:literal, $example:literal)
                $field:ident : $kind:ty
            ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq)]
        $vis struct $Type {
            $(#[doc = $english] pub $field: $kind,)*
        }

        impl $Type {
            /// The declaration of its fields.
            pub const RECORD: $crate::record::Record = $crate::record::Record {
                name: $name,
                fields: &[$($crate::record::Field {
                    name: stringify!($field),
                    kind: <$kind as $crate::record::Value>::KIND,
                    required: <$kind as $crate::record::Value>::REQUIRED,
                    english: $english,
                    french: $french,
                    example: $example,
                }),*],
            };
        }

        impl $crate::record::Value for $Type {
            const KIND: $crate::record::Kind = $crate::record::Kind::Record(&Self::RECORD);

            fn read(
                node: &$crate::record::Node<'_>,
                name: &'static str,
                reader: &mut $crate::record::Reader<'_>,
            ) -> Self {
                let mut fields = reader.fields(node, name, &Self::RECORD);
                Self { $($field: fields.take(reader)),* }
            }
        }
    };
}
pub(crate) use record;
