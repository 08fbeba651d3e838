//! What other programs read of a site: valid, complete, and safe whatever a guide says.

mod xml;

use boon::{Compiler, Schemas};
use jiff::civil::date;
use serde_json::{Value, json};
use wegwijs::output::OutputTree;
use wegwijs::{BuildPlan, build};

use xml::{Element, parsed};

use crate::bench::{built, built_on, edited, example, minimal, page, root, without, words};

const DAY: jiff::civil::Date = date(2026, 11, 22);

fn json_file(site: &OutputTree, path: &str) -> Value {
    serde_json::from_str(page(site, path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What the schema has against a value.
fn faults(value: &Value) -> Option<String> {
    let path = root().join("docs/rules.schema.json");
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.enable_format_assertions();
    let index = compiler.compile(&path.to_string_lossy(), &mut schemas).expect("a schema");
    schemas.validate(value, index).err().map(|error| format!("{error:#}"))
}

#[test]
fn every_edition_is_as_the_schema_says() {
    let site = built_on(&example(), DAY);
    let files: Vec<&str> =
        site.iter().map(|(path, _)| path.as_str()).filter(|p| p.ends_with("/rules.json")).collect();
    assert_eq!(files.len(), 9, "three municipalities in three languages: {files:?}");
    for path in files {
        let guide = json_file(&site, path);
        assert_eq!(faults(&guide), None, "{path}");
        assert_eq!(guide["rules"].as_array().map(Vec::len), Some(17), "{path}");
        for rule in guide["rules"].as_array().expect("rules") {
            let address = rule["address"].as_str().expect("an address");
            let file = address.strip_prefix("https://wegwijs.example/").expect("on the site");
            let html = page(&site, &format!("{file}index.html"));
            let title = rule["title"]["text"].as_str().expect("a title");
            assert!(words(html).contains(&words(title)), "{address}: {title}");
        }
    }
    assert_eq!(page(&site, "rules.schema.json"), include_str!("../docs/rules.schema.json"));
    let small = json_file(&built_on(&minimal(), date(2026, 6, 1)), "en/rules.json");
    assert_eq!(faults(&small), None, "one municipality: no folder of its own");
}

#[test]
fn the_schema_refuses_what_is_wrong() {
    let guide = json_file(&built_on(&example(), DAY), "duinrode/nl/rules.json");
    let spoil: [fn(&mut Value); 9] = [
        |guide| guide["schema_version"] = 2.into(),
        |guide| guide["direction"] = "up".into(),
        |guide| guide["date"] = "2026-13-01".into(),
        |guide| guide["facts"][0]["value"] = 1.into(),
        |guide| guide["rules"][0]["answer"] = "text alone".into(),
        |guide| guide["rules"][0]["examples"][0]["outcome"] = "maybe".into(),
        |guide| guide["rules"][0]["law"][0]["jci"] = "https://wetten.overheid.nl/".into(),
        |guide| guide["rules"][0]["title"]["language"] = "nl".into(),
        |guide| {
            guide["rules"][0].as_object_mut().expect("a rule").remove("review");
        },
    ];
    for (i, spoil) in spoil.into_iter().enumerate() {
        let mut wrong = guide.clone();
        spoil(&mut wrong);
        assert!(faults(&wrong).is_some(), "fault {i} passed");
    }
}

fn rule<'g>(guide: &'g Value, id: &str) -> &'g Value {
    let rules = guide["rules"].as_array().expect("rules");
    rules.iter().find(|rule| rule["id"] == id).unwrap_or_else(|| panic!("{id} is among the rules"))
}

fn fact<'g>(guide: &'g Value, id: &str) -> &'g Value {
    let facts = guide["facts"].as_array().expect("facts");
    facts.iter().find(|fact| fact["id"] == id).unwrap_or_else(|| panic!("{id} is among the facts"))
}

#[test]
fn values_are_exact_and_terms_are_lengths_of_time() {
    let site = built_on(&example(), DAY);
    let guide = json_file(&site, "meerwijk/nl/rules.json");
    assert_eq!(guide["municipality"]["code"], "GM9902");
    assert_eq!(guide["municipality"]["owms"], "http://standaarden.overheid.nl/owms/terms/Meerwijk_(gemeente)");
    let norm = fact(&guide, "norm-single");
    assert_eq!(
        (&norm["value"], &norm["unit"], &norm["kind"]),
        (&"1401.50".into(), &"EUR".into(), &"money".into())
    );
    assert_eq!(norm["since"], "2026-01-01");
    let supplement = fact(&guide, "income-supplement-single");
    assert_eq!((&supplement["value"], &supplement["local"]), (&"420.00".into(), &true.into()));
    assert_eq!(supplement["coming"]["from"], "2027-01-01");
    assert_eq!(supplement["coming"]["value"], "435.00");
    assert_eq!(fact(&guide, "decision-within")["duration"], "P8W");
    let car = rule(&guide, "possessions/car");
    assert_eq!(car["within"], json!({"kind": "fact", "fact": "report-within", "duration": "P7D"}));
    assert_eq!(car["law"][0]["jci"], "jci1.3:c:BWBR0015703&artikel=17&lid=1&z=2026-01-01&g=2026-01-01");
    assert!(car["answer"]["text"].as_str().is_some_and(|text| text.contains("binnen 7 dagen")), "{car:#}");
    assert!(
        car["examples"]
            .as_array()
            .is_some_and(|all| all.iter().any(|example| example["meaning"]["local"] == true))
    );
    assert_eq!(car["upl"]["address"], "http://standaarden.overheid.nl/owms/terms/bijstand");
}

#[test]
fn a_text_in_another_language_says_so() {
    let tree = without(&example(), |path| path == "content/rules/possessions/car/ar.md");
    let guide = json_file(&built_on(&tree, DAY), "duinrode/ar/rules.json");
    assert_eq!((&guide["language"], &guide["direction"]), (&"ar".into(), &"rtl".into()));
    assert_eq!(faults(&guide), None);
    let car = rule(&guide, "possessions/car");
    assert_eq!(car["translated"], false);
    let wanted = json!({"text": "Een andere auto", "language": "nl", "direction": "ltr", "note": "missing"});
    assert_eq!(car["title"], wanted);
    let gifts = rule(&guide, "possessions/gifts");
    assert_eq!((&gifts["translated"], &gifts["title"]["language"]), (&true.into(), &Value::Null));
}

#[test]
fn home_pages_alone_lead_to_the_data() {
    let site = built_on(&example(), DAY);
    let link = "<link rel=\"alternate\" type=\"application/json\" href=\"./rules.json\">";
    for (path, bytes) in site.iter().filter(|(path, _)| path.as_str().ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        let home = path.as_str().split('/').count() == 3 && html.contains("<body class=\"home-page\">");
        assert_eq!(html.contains(link), home, "{path}");
        assert_eq!(html.matches("application/json").count(), usize::from(home), "{path}");
    }
    assert!(!page(&site, "sitemap.xml").contains(".json"));
}

#[test]
fn the_catalogue_has_the_structure_of_the_standard() {
    let site = built_on(&example(), DAY);
    let xml = page(&site, "duinrode/samenwerkende-catalogi.xml");
    assert!(xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"), "{}", &xml[..80]);
    let all = parsed(xml);
    assert_eq!(all.name, "p:scproducten");
    let guide = json_file(&site, "duinrode/nl/rules.json");
    let with_upl = guide["rules"].as_array().expect("rules").iter().filter(|rule| rule["upl"].is_object());
    let with_upl: Vec<&Value> = with_upl.collect();
    assert_eq!((all.children.len(), with_upl.len()), (10, 10));
    for (product, rule) in all.children.iter().zip(with_upl) {
        assert_eq!((product.name.as_str(), product.attribute("owms-version")), ("p:scproduct", Some("4.0")));
        assert_eq!(product.names(), ["p:meta", "p:body"]);
        let meta = product.find("p:meta");
        assert_eq!(meta.names(), ["p:owmskern", "p:owmsmantel", "p:scmeta"]);
        let core = meta.find("p:owmskern");
        let order = ["d:identifier", "d:title", "d:language", "d:type", "d:modified", "d:spatial", "o:authority"];
        assert_eq!(core.names(), order);
        assert_eq!(core.find("d:identifier").text, rule["address"].as_str().expect("an address"));
        assert_eq!(core.find("d:title").text, rule["title"]["text"].as_str().expect("a title"));
        assert_eq!(core.find("d:language").text, "nl");
        let kind = core.find("d:type");
        assert_eq!(
            (kind.attribute("scheme"), &*kind.text),
            (Some("overheid:Informatietype"), "productbeschrijving")
        );
        assert!(core.find("d:modified").text.parse::<jiff::civil::Date>().is_ok());
        for place in [core.find("d:spatial"), core.find("o:authority")] {
            assert_eq!((place.attribute("scheme"), &*place.text), (Some("overheid:Gemeente"), "Duinrode"));
            let uri = "http://standaarden.overheid.nl/owms/terms/Duinrode_(gemeente)";
            assert_eq!(place.attribute("resourceIdentifier"), Some(uri));
        }
        let mantle = meta.find("p:owmsmantel");
        let audience = mantle.find("d:audience");
        assert_eq!((audience.attribute("scheme"), &*audience.text), (Some("overheid:Doelgroep"), "particulier"));
        assert_eq!(mantle.find("d:abstract").text, rule["answer"]["text"].as_str().expect("an answer"));
        let own = meta.find("p:scmeta");
        assert_eq!(own.find("p:productID").text, rule["sheet"].as_str().expect("a sheet"));
        let online = rule["routes"].as_array().expect("routes").contains(&"form".into());
        assert_eq!(own.find("p:onlineAanvragen").text, if online { "ja" } else { "nee" });
        let form = own.maybe("p:aanvraagURL").and_then(|form| form.attribute("resourceIdentifier"));
        assert_eq!(form, online.then_some("https://www.duinrode.example/wijziging"));
        let name = own.find("p:uniformeProductnaam");
        assert_eq!(name.attribute("scheme"), Some("overheid:UniformeProductnaam"));
        assert_eq!(name.attribute("resourceIdentifier"), rule["upl"]["address"].as_str());
        assert!(own.maybe("p:contactpunt").is_none(), "the standard says: stays empty");
    }
}

#[test]
fn the_catalogue_says_nothing_that_is_not_known() {
    let tree = edited(
        &example(),
        "content/municipalities/duinrode/municipality.yaml",
        "  form: https://www.duinrode.example/wijziging\n",
        "",
    );
    let site = built_on(&tree, DAY);
    let product = &parsed(page(&site, "duinrode/samenwerkende-catalogi.xml")).children[0];
    let own = product.find("p:meta").find("p:scmeta");
    assert_eq!(own.find("p:onlineAanvragen").text, "nee", "there is no form");
    assert!(own.maybe("p:aanvraagURL").is_none());
    let product = &parsed(page(&site, "polderhaven/samenwerkende-catalogi.xml")).children[0];
    let place = product.find("p:meta").find("p:owmskern").find("d:spatial");
    assert_eq!(
        (place.text.as_str(), place.attribute("resourceIdentifier")),
        ("Polderhaven", None),
        "no term given"
    );
    let plan = BuildPlan { languages: vec!["ar".into()], ..BuildPlan::on(DAY) };
    let site = built(&example(), &plan);
    assert!(site.file("duinrode/samenwerkende-catalogi.xml").is_none(), "no Dutch pages, no Dutch feed");
    assert!(site.file("duinrode/services.jsonld").is_some());
}

/// Identifiers for this domain in the list of uniform product names, as far as they were looked up.
const UPL: [&str; 17] = [
    "bijstand",
    "bijzBijstUitk",
    "indInkToesl",
    "indStudToesl",
    "woonkostentoeslag",
    "bijstandTegenpr",
    "rechtmatigheidsformulier",
    "bijstandsverh",
    "sollicitatieplichtontheffing",
    "onverwBijstVrz",
    "ioaw-uitkering",
    "ioaz-uitkering",
    "bijstandZst",
    "schuldhulpverlening",
    "begWerk",
    "beschWerk",
    "zkKstVerzCol",
];

#[test]
fn product_names_of_the_example_are_real() {
    let guide = json_file(&built_on(&example(), DAY), "duinrode/nl/rules.json");
    for rule in guide["rules"].as_array().expect("rules") {
        if let Some(upl) = rule["upl"]["id"].as_str() {
            assert!(UPL.contains(&upl), "{upl} in {}", rule["id"]);
        }
    }
}

fn nodes<'g>(graph: &'g Value, kind: &str) -> Vec<&'g Value> {
    graph["@graph"].as_array().expect("a graph").iter().filter(|node| node["@type"] == kind).collect()
}

/// Language tags of a text; it has one in each at most.
fn tags(texts: &Value) -> Vec<&str> {
    let texts = texts.as_array().expect("texts");
    let mut tags: Vec<&str> = texts.iter().filter_map(|text| text["@language"].as_str()).collect();
    assert!(texts.iter().all(|text| text["@value"].as_str().is_some_and(|value| !value.is_empty())), "{texts:?}");
    let all = tags.len();
    tags.dedup();
    assert_eq!((tags.len(), all), (texts.len(), texts.len()));
    tags
}

#[test]
fn services_have_what_cpsv_ap_asks_for() {
    let site = built_on(&example(), DAY);
    let graph = json_file(&site, "duinrode/services.jsonld");
    assert_eq!(graph["@context"]["cpsv"], "http://purl.org/vocab/cpsv#");
    assert_eq!(graph["@context"]["cv"], "http://data.europa.eu/m8g/");
    assert_eq!(graph["@context"]["dct"], "http://purl.org/dc/terms/");
    let known: Vec<&str> =
        graph["@graph"].as_array().expect("a graph").iter().filter_map(|node| node["@id"].as_str()).collect();
    let linked = |value: &Value| {
        let all = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        all.iter().all(|one| one["@id"].as_str().is_some_and(|id| known.contains(&id)))
    };
    let services = nodes(&graph, "cpsv:PublicService");
    assert_eq!(services.len(), 15, "all but the duties that are no product: E1, E3");
    for service in &services {
        for text in ["dct:title", "dct:description"] {
            assert_eq!(tags(&service[text]), ["nl", "en", "ar"], "{service:#}");
        }
        assert!(service["dct:identifier"].as_str().is_some_and(|id| id.starts_with("duinrode/")));
        for link in
            ["cv:hasCompetentAuthority", "cv:hasChannel", "cv:contactPoint", "cpsv:follows", "cv:thematicArea"]
        {
            assert!(linked(&service[link]), "{link}: {service:#}");
        }
        assert!(linked(&service["cv:hasLegalResource"]) || service["cv:hasLegalResource"].is_null());
    }
    let timed: Vec<&&Value> = services.iter().filter(|service| !service["cv:processingTime"].is_null()).collect();
    assert_eq!(timed.len(), 1, "only where a fact says so");
    assert_eq!(timed[0]["cv:processingTime"], json!({"@value": "P56D", "@type": "xsd:duration"}));
    let rules = nodes(&graph, "cpsv:Rule");
    assert_eq!(rules.len(), 17);
    for rule in rules {
        assert_eq!(tags(&rule["dct:title"]), ["nl", "en", "ar"]);
        assert_eq!(tags(&rule["dct:description"]), ["nl", "en", "ar"]);
        assert!(rule["dct:identifier"].is_string());
        assert!(linked(&rule["cpsv:implements"]) || rule["cpsv:implements"].is_null(), "{rule:#}");
    }
    let organisation = nodes(&graph, "cv:PublicOrganisation");
    assert_eq!(organisation.len(), 1);
    assert_eq!(tags(&organisation[0]["skos:prefLabel"]), ["nl", "en", "ar"]);
    let place = &organisation[0]["dct:spatial"];
    assert_eq!(place["@id"], "http://standaarden.overheid.nl/owms/terms/Duinrode_(gemeente)");
    assert!(nodes(&graph, "cv:Channel").iter().all(|channel| channel["dct:identifier"].is_string()));
    let mut once = known.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), known.len(), "every thing is described once");
}

#[test]
fn a_text_that_is_not_translated_has_no_tag_of_another_language() {
    let tree = without(&example(), |path| path == "content/rules/possessions/gifts/ar.md");
    let graph = json_file(&built_on(&tree, DAY), "duinrode/services.jsonld");
    let services = nodes(&graph, "cpsv:PublicService");
    let gifts = services.iter().find(|service| service["dct:identifier"] == "duinrode/possessions/gifts");
    assert_eq!(tags(&gifts.expect("the service")["dct:title"]), ["nl", "en"]);
}

/// What a guide says stays text in every file, and cannot be seen as something else on the way.
#[test]
fn hostile_texts_stay_texts() {
    // What has no place in a text is replaced when the text is read, and so is what would turn the text after it.
    let name = "Dui\"n</script><script>alert(1)</script>]]>&amp;<!--\u{2028}\u{fffd}\u{fffd}rode";
    let title = "Een \u{fffd}\u{fffd}\u{fffd} andere ]]> 'auto' & \"meer\"";
    let yaml = "name: \"Dui\\\"n</script><script>alert(1)</script>]]>&amp;<!--\\u2028\\u202e\\u2066rode\"";
    let yaml_title = "title: \"Een \\x01\\x7f\\x85\\u2029andere ]]> 'auto' & \\\"meer\\\"\"";
    let path = "content/municipalities/duinrode/municipality.yaml";
    let tree = edited(&example(), path, "name: Duinrode", yaml);
    let tree = edited(&tree, "content/rules/possessions/car/nl.md", "title: Een andere auto", yaml_title);
    let site = built_on(&tree, DAY);
    let guide = json_file(&site, "duinrode/nl/rules.json");
    assert_eq!(faults(&guide), None);
    assert_eq!(guide["municipality"]["name"], name);
    assert_eq!(rule(&guide, "possessions/car")["title"]["text"], title);
    let graph = json_file(&site, "duinrode/services.jsonld");
    assert_eq!(nodes(&graph, "cv:PublicOrganisation")[0]["dct:spatial"]["skos:prefLabel"], name);
    let feed = parsed(page(&site, "duinrode/samenwerkende-catalogi.xml"));
    let cores: Vec<&Element> =
        feed.children.iter().map(|product| product.find("p:meta").find("p:owmskern")).collect();
    assert_eq!(cores[0].find("d:spatial").text, name);
    assert!(cores.iter().any(|core| core.find("d:title").text == title), "{title:?}");
    for path in ["duinrode/nl/rules.json", "duinrode/services.jsonld", "duinrode/samenwerkende-catalogi.xml"] {
        let text = page(&site, path);
        let raw = text.chars().find(|c| {
            (c.is_control() && *c != '\n') || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        });
        assert_eq!(raw, None, "{path}");
        assert!(!text.contains("<script"), "{path}");
    }
    assert!(!page(&site, "duinrode/samenwerkende-catalogi.xml").contains("]]>"));
}

#[test]
fn identifiers_that_would_become_other_addresses_are_refused() {
    let duinrode = "content/municipalities/duinrode/municipality.yaml";
    for bad in ["'http://standaarden.overheid.nl/owms/terms/Duinrode'", "Duin rode", "'a/../b'", "'a\"b'", "''"] {
        let tree = edited(&example(), duinrode, "owms: Duinrode_(gemeente)", &format!("owms: {bad}"));
        let built = build(&tree, &BuildPlan::on(DAY));
        assert!(built.value.is_none(), "{bad}");
        assert!(
            built.findings.iter().any(|f| matches!(f.code, "bad-value" | "empty-text" | "wrong-type")),
            "{bad}"
        );
    }
    let rule = "content/rules/possessions/car/rule.yaml";
    for (from, to) in [("upl: bijstand", "upl: bij stand"), ("upl: bijstand", "decided_within: norm-single")] {
        let built = build(&edited(&example(), rule, from, to), &BuildPlan::on(DAY));
        let codes: Vec<_> = built.findings.iter().map(|finding| finding.code).collect();
        assert_eq!((built.value.is_none(), codes), (true, vec!["bad-value"]), "{to}");
    }
    let unknown = edited(&example(), rule, "upl: bijstand", "decided_within: never");
    assert!(build(&unknown, &BuildPlan::on(DAY)).findings.iter().any(|finding| finding.code == "unknown-fact"));
}

#[test]
fn a_guide_without_municipalities_has_rules_and_no_services() {
    let tree = without(&minimal(), |path| path.starts_with("content/municipalities/"));
    let facts = "content/facts.yaml";
    let tree = edited(
        &tree,
        facts,
        "local: true\n  bounds: {min: 1, max: 28}",
        "values: [{from: 2025-01-01, value: 14}]",
    );
    let tree = ["nl", "en"].iter().fold(tree, |tree, language| {
        let path = format!("content/rules/possessions/savings/{language}.md");
        edited(&tree, &path, "{municipality-name}", "ons")
    });
    let site = built_on(&tree, date(2026, 6, 1));
    let guide = json_file(&site, "nl/rules.json");
    assert_eq!((faults(&guide), &guide["municipality"]), (None, &Value::Null));
    assert!(site.file("services.jsonld").is_none() && site.file("samenwerkende-catalogi.xml").is_none());
}
