//! Ranks of sheets as letters, which a script reads in one line.
//!
//! Ranks that grow are written as the steps between them, less one, in base 26: capitals, then one
//! small letter that ends the number. A digit says in which field the sheets behind it have the
//! word. `0b4Ac` is rank 1 in the title, and rank 28 in the text.

/// Adds ranks, which must grow, to a text.
pub(super) fn write_ranks(ranks: impl IntoIterator<Item = usize>, text: &mut String) {
    let mut next = 0;
    for rank in ranks {
        write_number(rank - next, text);
        next = rank + 1;
    }
}

fn write_number(number: usize, text: &mut String) {
    let letter = |digit: usize, first: u8| char::from(first + u8::try_from(digit % 26).unwrap_or(0));
    let mut capitals = Vec::new();
    let mut rest = number / 26;
    while rest > 0 {
        capitals.push(letter(rest, b'A'));
        rest /= 26;
    }
    text.extend(capitals.iter().rev());
    text.push(letter(number, b'a'));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(ranks: &[usize]) -> String {
        let mut text = String::new();
        write_ranks(ranks.iter().copied(), &mut text);
        text
    }

    /// As the script reads it.
    fn read(text: &str) -> Vec<usize> {
        let (mut ranks, mut number, mut next) = (Vec::new(), 0, 0);
        for c in text.bytes() {
            number = number * 26 + usize::from(c.to_ascii_lowercase() - b'a');
            if c.is_ascii_lowercase() {
                ranks.push(next + number);
                next += number + 1;
                number = 0;
            }
        }
        ranks
    }

    #[test]
    fn steps_are_letters() {
        assert_eq!(written(&[0, 1, 2]), "aaa");
        assert_eq!(written(&[25, 52, 729]), "zBaBAa");
    }

    proptest! {
        #[test]
        fn what_is_written_can_be_read(ranks in prop::collection::btree_set(0usize..100_000, 0..40)) {
            let ranks: Vec<usize> = ranks.into_iter().collect();
            prop_assert_eq!(read(&written(&ranks)), ranks);
        }
    }
}
