//! **yaml** owns YAML: values with their places, and typed reading that reports every fault.
//!
//! It must not know which keys a guide has. Steps: events of the parser to a tree of [`Node`]s (`node`),
//! then [`Reader`] takes values out of the tree, each valid or reported. Shared by `load`, `locale` and
//! `theme`, whose files are all YAML.

pub(crate) mod findings;
mod node;
mod reader;

pub(crate) use node::{Key, Node, NodeKind, YamlText, parse, parse_or_empty};
pub(crate) use reader::{Fields, Reader, is_id};
