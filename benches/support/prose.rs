//! Plausible French text: sentences, paragraphs, lists.

use super::random::Random;
use super::words::{COMPLEMENTS, INFINITIVES, OBJECTS, SAYINGS, SUBJECTS, VERBS};

/// A text begins with a capital.
pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

/// A clause: who does what, how.
fn clause(random: &mut Random) -> String {
    let subject = random.one(SUBJECTS);
    let verb = random.one(VERBS);
    let object = random.one(OBJECTS);
    format!("{subject} {verb} {object} {}", random.one(COMPLEMENTS))
}

/// A sentence, typed as editors type: plain spaces, straight apostrophes, now and then guillemets,
/// numbers, marks and links. `linked` is a sheet that it may link to.
pub(crate) fn sentence(random: &mut Random, linked: &str) -> String {
    match random.below(20) {
        0..=6 => format!("{}.", capital(&clause(random))),
        7..=9 => {
            let (complement, subject) = (random.one(COMPLEMENTS), random.one(SUBJECTS));
            let (verb, object) = (random.one(VERBS), random.one(OBJECTS));
            format!("{}, {subject} {verb} {object}.", capital(complement))
        }
        10 | 11 => {
            let nouns = random.some(OBJECTS, 3, 3).join(", ");
            format!("{} {} : {nouns}.", capital(random.one(SUBJECTS)), random.one(VERBS))
        }
        12 => {
            let (year, people, share) = (random.between(2012, 2019), number(random), random.between(31, 98));
            format!(
                "En {year}, {people} personnes ont été suivies, dont {share} % {}.",
                random.one(COMPLEMENTS)
            )
        }
        13 => format!("« {} », résume l'une des personnes accueillies.", random.one(SAYINGS)),
        14 => format!("\"{} !\" dit-on souvent à l'équipe.", random.one(SAYINGS)),
        15 | 16 => {
            let (subject, verb, object) = (random.one(SUBJECTS), random.one(VERBS), random.one(OBJECTS));
            format!("{} {verb} **{object}** ; {}.", capital(subject), clause(random))
        }
        17 => {
            let (verb, object) = (random.one(INFINITIVES), random.one(OBJECTS));
            format!("Comment {verb} {object} ? {}.", capital(&clause(random)))
        }
        18 => format!(
            "Le budget s'élève à {} € par an, soit *{} €* par personne.",
            number(random),
            number(random)
        ),
        _ if random.chance(50) => {
            format!("Voir aussi [une action voisine](fiche:{linked}), menée en commun.")
        }
        _ => format!(
            "Le bilan complet est [en ligne](https://www.exemple.fr/bilans/{}.pdf).",
            random.between(1, 999)
        ),
    }
}

/// A number as editors type it, with a plain space between thousands.
pub(crate) fn number(random: &mut Random) -> String {
    match random.between(12, 88_000) {
        small if small < 1_000 => small.to_string(),
        large => format!("{} {:03}", large / 1_000, large % 1_000),
    }
}

/// A paragraph of so many sentences.
pub(crate) fn paragraph(random: &mut Random, sentences: usize, linked: &str) -> String {
    (0..sentences).map(|_| sentence(random, linked)).collect::<Vec<_>>().join(" ")
}

/// What an initiative aims at, in a sentence.
pub(crate) fn objective(random: &mut Random) -> String {
    let (verb, object) = (random.one(INFINITIVES), random.one(OBJECTS));
    let (second, other) = (random.one(INFINITIVES), random.one(OBJECTS));
    format!("{} {object} et {second} {other}, {}.", capital(verb), random.one(COMPLEMENTS))
}

/// A list with bullets.
pub(crate) fn list(random: &mut Random, items: usize) -> String {
    let item = |random: &mut Random| match random.below(3) {
        0 => format!("- {} personnes {} ;", number(random), random.one(COMPLEMENTS)),
        1 => format!("- **{} %** : {} ;", random.between(40, 99), random.one(OBJECTS)),
        _ => format!("- {} {} ;", random.one(SUBJECTS), random.one(COMPLEMENTS)),
    };
    (0..items).map(|_| item(random)).collect::<Vec<_>>().join("\n")
}
