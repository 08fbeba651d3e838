//! **resolve** owns which value holds here, in this language, today.
//!
//! It must not know how anything is shown. Steps: fix every fact for one municipality and day
//! (`timeline`), choose for each text between the municipality's own version, the translation and the
//! source (`fallback`), and hand out an [`Edition`] from which each rule can be taken complete. An edition
//! borrows from the library: forty municipalities share one text.

mod changes;
mod choice;
mod edition;
mod fallback;
mod findings;
mod history;
mod instalments;
mod next;
mod shows;
mod situations;
mod timeline;
mod uses;

pub use changes::{Change, Event, changes, news, news_again};
pub use choice::Choice;
pub use edition::{Edition, ExampleEdition, ListedRule, RuleEdition};
pub use fallback::{Note, Shown, ShownBlock};
pub(crate) use findings::CODES;
pub use instalments::Instalments;
pub use next::{Next, Why, next};
pub use shows::FactsOnPages;
pub use situations::LifeEvents;
pub use timeline::{FactNow, Facts, Step};
pub use uses::check_facts;
