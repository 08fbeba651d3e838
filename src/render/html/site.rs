//! What all pages of an edition share: head, menus, and who publishes it.

use super::desk::{Desk, Ways};
use super::facts;
use super::view::{Logo, MenuLink, MunicipalityView, OmbudsmanView, Reach, SiteView, SupportView, Text};
use crate::model::{Address, FactKind, Municipality};

impl<'a> Desk<'a> {
    /// What all pages share.
    pub(super) fn site_view(&self) -> SiteView {
        let library = self.site.library;
        let menu = |id, path, message: &str| MenuLink { id, path, label: self.catalog.text(message).to_owned() };
        let notice = Some(&library.site.notice).filter(|notice| !notice.is_empty());
        let municipality = self.edition.municipality;
        SiteView {
            lang: self.catalog.tag().to_owned(),
            dir: self.catalog.direction().word(),
            title: self.plain(self.edition.label(&library.site.title)),
            notice: notice.map(|notice| Text { note: None, ..self.label(notice, Ways::NONE) }),
            css: self.assets.css(municipality.map(|municipality| municipality.id.as_str())),
            favicon: self.assets.favicon.clone(),
            theme_class: municipality.map(|m| format!("{}-theme", m.id)).unwrap_or_default(),
            nav: [menu("home", "", "nav_home"), menu("to-report", "report/", "nav_report")]
                .into_iter()
                .chain(self.site.search.then(|| menu("search", "search/", "nav_search")))
                .chain([menu("words", "words/", "nav_words"), menu("help", "help/", "nav_help")])
                .collect(),
            footer_nav: [("changes", "changes/", "changes_title"), ("binder", "binder/", "print_nav")]
                .into_iter()
                .chain((!library.site.card.is_empty()).then_some(("card", "card/", "nav_card")))
                .chain([("accessibility", "accessibility/", "nav_accessibility")])
                .map(|(id, path, message)| menu(id, path, message))
                .collect(),
            municipality: municipality.map(|municipality| self.municipality_view(municipality)),
            search: self.site.search,
            several: self.addresses.several(),
            chooser: String::new(),
        }
    }

    fn municipality_view(&self, municipality: &'a Municipality) -> MunicipalityView {
        let contacts = &municipality.contacts;
        let quiet = |text: Text| Text { note: None, ..text };
        let logo = municipality.house_style.logo.map(|logo| {
            let (path, size) = self.assets.image(logo);
            let (width, height) = size.unwrap_or((48, 48));
            Logo { path: path.to_owned(), width, height }
        });
        let support = municipality.support.iter().map(|support| SupportView {
            name: support.name.clone(),
            phone: reach(FactKind::Phone, &support.phone),
            email: reach(FactKind::Email, &support.email),
            website: reach(FactKind::Url, &support.website),
            about: quiet(self.label(&support.about, Ways::NONE)),
        });
        MunicipalityView {
            name: municipality.name.clone(),
            organisation: quiet(self.label(&municipality.organisation, Ways::NONE)),
            logo,
            phone: reach(FactKind::Phone, &contacts.phone),
            email: reach(FactKind::Email, &contacts.email),
            website: reach(FactKind::Url, &contacts.website),
            form: reach(FactKind::Url, &contacts.form),
            desk: contacts.desk.as_ref().map(Address::lines).unwrap_or_default(),
            post: contacts.post.as_ref().map(Address::lines).unwrap_or_default(),
            hours: self
                .edition
                .lines(&contacts.hours)
                .into_iter()
                .map(|line| quiet(self.text(line, Ways::NONE)))
                .collect(),
            support: support.collect(),
            ombudsman: municipality.ombudsman.as_ref().map(|ombudsman| OmbudsmanView {
                name: ombudsman.name.clone(),
                phone: reach(FactKind::Phone, &ombudsman.phone),
                website: reach(FactKind::Url, &ombudsman.website),
            }),
        }
    }
}

fn reach(kind: FactKind, text: &Option<String>) -> Option<Reach> {
    text.as_ref().map(|text| Reach { label: text.clone(), href: facts::href(kind, text) })
}
