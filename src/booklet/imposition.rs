//! Pages laid out for folding and stapling: two to a side, so that the folded sheets read in order.

use std::collections::BTreeMap;

use crate::problems::Problem;

use super::desk::Desk;
use super::typeset::{Trouble, pages_of};

/// The template that lays two pages side by side.
const TEMPLATE: &str = include_str!("impose.typ");

/// Which pages stand on which side of the paper, from 1: left, then right. The first side is the outside
/// of the outermost sheet, the second its inside, and so on. A page beyond the last is blank.
///
/// ```
/// assert_eq!(florilege::booklet::order_of_pages(5), [(8, 1), (2, 7), (6, 3), (4, 5)]);
/// ```
#[must_use]
pub fn order_of_pages(pages: usize) -> Vec<(usize, usize)> {
    let whole = pages.next_multiple_of(4);
    let side = |rank: usize| {
        let (low, high) = (rank + 1, whole - rank);
        if rank.is_multiple_of(2) { (high, low) } else { (low, high) }
    };
    (0..whole / 2).map(side).collect()
}

/// Lays the pages of a PDF two to a side of A4, in the order for folding. What comes out is for printers:
/// it is not tagged.
///
/// # Errors
///
/// The typesetter refuses the pages.
pub fn impose(pdf: &[u8], pages: usize) -> Result<Vec<u8>, Vec<Problem>> {
    let page = |number: usize| if number > pages { serde_json::Value::Null } else { number.into() };
    let sides: Vec<_> =
        order_of_pages(pages).into_iter().map(|(left, right)| [page(left), page(right)]).collect();
    let files = BTreeMap::from([
        ("/impose.typ".to_owned(), TEMPLATE.as_bytes().to_vec()),
        ("/sides.json".to_owned(), serde_json::json!(sides).to_string().into_bytes()),
        ("/pages.pdf".to_owned(), pdf.to_vec()),
    ]);
    let trouble = Trouble::default();
    let desk = Desk::new("/impose.typ", files).ok_or_else(Vec::new)?;
    let document = trouble.explain(&desk, typst::compile(&desk).output)?;
    trouble.explain(&desk, pages_of(&document, false))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Folds paper: what is read when one turns the leaves.
    fn read(sides: &[(usize, usize)]) -> Vec<usize> {
        let leaves: Vec<_> = sides.chunks_exact(2).map(|leaf| (leaf[0], leaf[1])).collect();
        // Each leaf, from the outermost: its right half is read on the way in, its left half on the way out.
        let inwards = leaves.iter().flat_map(|((_, front), (back, _))| [*front, *back]);
        let outwards = leaves.iter().rev().flat_map(|((back, _), (_, front))| [*front, *back]);
        inwards.chain(outwards).collect()
    }

    proptest! {
        #[test]
        fn folded_paper_reads_in_order(pages in 1_usize..200) {
            let whole = pages.next_multiple_of(4);
            prop_assert_eq!(read(&order_of_pages(pages)), (1..=whole).collect::<Vec<_>>());
        }
    }
}
