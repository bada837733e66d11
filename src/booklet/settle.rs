//! From a template to pages, as [`typst::compile`] goes: laid out anew until what it asks of its own pages is answered by
//! them. Here, pages have locations that no other template's have, so that they can stand in one document with others;
//! what a template is shown may follow from the pages of the last time; and these alone are kept.

use comemo::{Constraint, Track as _};
use typst::World;
use typst::diag::{SourceDiagnostic, SourceResult};
use typst::ecow::EcoVec;
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{Content, Output, StyleChain, Target, TargetElem};
use typst::introspection::{EmptyIntrospector, Introspector, Locator};
use typst::syntax::Span;
use typst::utils::Protected;
use typst_layout::{PagedDocument, layout_document_for_bundle};

/// How often pages are laid out before they stay as they are, as with [`typst::compile`].
const MAX_ROUNDS: usize = 5;

/// Lays out a template until its pages stand. `world` gives what it is shown, seen its pages of the last time. Pages that
/// are laid out with the same `key` have the same locations.
pub(super) fn settle<W: World + PartialEq>(
    key: &str,
    mut world: impl FnMut(Option<&PagedDocument>) -> W,
) -> SourceResult<PagedDocument> {
    let mut shown = world(None);
    let mut last: Option<PagedDocument> = None;
    let mut round = 1;
    loop {
        let known: &dyn Introspector =
            last.as_ref().map_or(&EmptyIntrospector, |document| document.introspector().as_ref());
        let laid = lay_out(&shown, key, known)?;
        let next = world(Some(&laid.document));
        if (laid.is_settled && next == shown) || round == MAX_ROUNDS {
            return if laid.delayed.is_empty() { Ok(laid.document) } else { Err(laid.delayed) };
        }
        shown = next;
        last = Some(laid.document);
        round += 1;
    }
}

/// Pages, laid out once.
struct Laid {
    document: PagedDocument,
    /// What is wrong, if it is the last time.
    delayed: EcoVec<SourceDiagnostic>,
    /// Whether its own pages answer what was asked as it was answered.
    is_settled: bool,
}

fn lay_out(world: &dyn World, key: &str, known: &dyn Introspector) -> SourceResult<Laid> {
    let library = world.library();
    let traced = Traced::default();
    let content = content(world, &traced)?;
    let mut sink = Sink::new();
    let constraint = Constraint::new();
    let mut engine = Engine {
        library,
        world: world.track(),
        introspector: Protected::new(known.track_with(&constraint)),
        traced: traced.track(),
        sink: sink.track_mut(),
        route: Route::default(),
    };
    let locator = Locator::root().split().next(&key);
    let base = StyleChain::new(&library.styles);
    let target = TargetElem::target.set(Target::Paged).wrap();
    let document = layout_document_for_bundle(&mut engine, &content, locator, base.chain(&target))?;
    let is_settled = constraint.validate(Output::introspector(&document));
    Ok(Laid { document, delayed: sink.delayed(), is_settled })
}

/// What a template says.
fn content(world: &dyn World, traced: &Traced) -> SourceResult<Content> {
    let no_template = |error| EcoVec::from([SourceDiagnostic::error(Span::detached(), error)]);
    let main = world.source(world.main()).map_err(|error| no_template(error.to_string()))?;
    let mut sink = Sink::new();
    let module = typst_eval::eval(
        world.track(),
        world.library(),
        traced.track(),
        sink.track_mut(),
        Route::default().track(),
        &main,
    )?;
    Ok(module.content())
}
