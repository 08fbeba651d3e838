//! What to do when something could not be published.

use crate::output::PublishError;

/// The error with its remedy. `option` names the folder; `force` says whether there is an option of that name.
pub(super) fn unpublished(error: PublishError, option: &str, force: bool) -> anyhow::Error {
    let help = match &error {
        PublishError::Foreign { .. } | PublishError::OtherKind { .. } if force => {
            format!("choose another folder with {option}, or let it be replaced with --force")
        }
        PublishError::Foreign { .. } | PublishError::OtherKind { .. } | PublishError::NotAFolder(_) => {
            format!("choose another folder with {option}")
        }
        PublishError::Busy { .. } => {
            format!("nothing was published: wait until the other is done, or choose another folder with {option}")
        }
        PublishError::NotWritable { .. } => {
            format!("nothing was published: allow writing there, or choose another folder with {option}")
        }
        PublishError::Interrupted { .. } => {
            "publication was interrupted: mend what the system says, and run this again to complete it".to_owned()
        }
        PublishError::Io { .. } => "nothing was published; what was there is as it was".to_owned(),
    };
    anyhow::Error::new(error).context(help)
}
