// Faults in what a site says to machines: head of the page, sitemap, manifest, JSON-LD.

const swap = (from, to) => (copy, page) => copy.edit(page.file, (text) => text.replace(from, to));
const inSitemap = (from, to) => (copy) => copy.edit("sitemap.xml", (text) => text.replace(from, to));
const inManifest = (change) => (copy) => copy.edit("manifest.json", (text) => {
  const manifest = JSON.parse(text);
  change(manifest.files);
  return JSON.stringify(manifest);
});
const inJsonLd = (change) => (copy, page) => copy.edit(page.file, (text) =>
  text.replace(/(<script type="application\/ld\+json">)(.*?)(<\/script>)/su, (_, open, json, close) => open + change(json) + close));

export const MACHINE_FAULTS = [
  { check: "title", what: "a title of another page", plant: plantSameTitle, expect: /same title/u },
  { check: "title", what: "a title that does not start with the h1", plant: swap(/<title>/u, "<title>Site: "), expect: /does not start with the h1/u },
  { check: "title", what: "two h1 elements", plant: swap("</main>", "<h1>x</h1></main>"), expect: /2 h1 elements/u },
  { check: "description", what: "a short description", plant: swap(/(<meta name="description" content=")[^"]*/u, "$1Short."), expect: /6 characters/u },
  { check: "description", what: "a long description", plant: swap(/(<meta name="description" content=")/u, `$1${"long ".repeat(40)}`), expect: /characters instead of 40 to 165/u },
  { check: "description", what: "no description", plant: swap(/<meta name="description"[^>]*>/u, ""), expect: /0 characters/u },
  { check: "canonical", what: "no canonical address", plant: swap(/<link rel="canonical"[^>]*>/u, ""), expect: /0 canonical links/u },
  { check: "canonical", what: "the address of another page", plant: swap(/(<link rel="canonical" href="[^"]*)"/u, '$1x/"'), expect: /not the page's own address/u },
  { check: "canonical", what: "a relative address", plant: swap(/<link rel="canonical" href="[^"]*"/u, '<link rel="canonical" href="./"'), expect: /not an absolute address/u },
  { check: "canonical", what: "a 404 page that may be indexed", kind: "404", plant: swap(/<meta name="robots"[^>]*>/u, ""), expect: /without robots noindex/u },
  { check: "hreflang", what: "a language left out", plant: swap(/<link rel="alternate" hreflang="ar"[^>]*>/u, ""), expect: /does not link back/u },
  { check: "hreflang", what: "no x-default", plant: swap(/<link rel="alternate" hreflang="x-default"[^>]*>/u, ""), expect: /no x-default/u },
  { check: "hreflang", what: "no link to itself", plant: swap(/<link rel="alternate" hreflang="nl"[^>]*>/u, ""), expect: /no alternate link to itself/u },
  { check: "hreflang", what: "a page in another language", plant: swap(/(<link rel="alternate" hreflang="en" href="[^"]*)\/en\//u, "$1/ar/"), expect: /en: .* is in ar/u },
  { check: "hreflang", what: "no links at all", plant: (copy, page) => copy.edit(page.file, (t) => t.replace(/<link rel="alternate" hreflang[^>]*>/gu, "")), expect: /no alternate links/u },
  { check: "hreflang", what: "a language switch that is not marked", plant: (copy, page) => copy.edit(page.file, (t) => t.replace(/(<a [^>]*?)hreflang="en"/gu, "$1")), expect: /no link with lang and hreflang to the edition .*en\//u },
  { check: "json-ld", what: "JSON with a fault", plant: inJsonLd((json) => json.replace("{", "{,")), expect: /not JSON/u },
  { check: "json-ld", what: "a page without WebPage", plant: inJsonLd((json) => json.replaceAll('"WebPage"', '"Thing"')), expect: /no WebPage/u },
  { check: "json-ld", what: "a rule that is no service", plant: inJsonLd((json) => json.replaceAll('"GovernmentService"', '"Thing"')), expect: /no GovernmentService/u },
  { check: "json-ld", what: "no breadcrumbs", plant: inJsonLd((json) => json.replaceAll('"BreadcrumbList"', '"Thing"')), expect: /no BreadcrumbList/u },
  { check: "json-ld", what: "another language", plant: inJsonLd((json) => json.replace(/"inLanguage":\s*"nl"/u, '"inLanguage":"en"')), expect: /inLanguage "en" is not nl/u },
  { check: "json-ld", what: "a date in words", plant: inJsonLd((json) => json.replace(/"dateModified":\s*"[^"]*"/u, '"dateModified":"today"')), expect: /dateModified "today"/u },
  { check: "sitemap", what: "a page left out", plant: inSitemap(/<url>.*?<\/url>/su, ""), expect: /not listed/u },
  { check: "sitemap", what: "a page twice", plant: inSitemap(/<url>.*?<\/url>/su, "$&$&"), expect: /listed twice/u },
  { check: "sitemap", what: "a page that is not there", plant: inSitemap(/<\/loc>/u, "x/</loc>"), expect: /no indexable page/u },
  { check: "sitemap", what: "an alternate left out", plant: inSitemap(/<xhtml:link [^>]*>/u, ""), expect: /are not the alternates of the page/u },
  { check: "sitemap", what: "a page that is kept out of the index", plant: swap("</head>", '<meta name="robots" content="noindex"></head>'), expect: /kept out of the index/u },
  { check: "sitemap", what: "a list that is not well formed", plant: inSitemap("</urlset>", ""), expect: /sitemap\.xml/u },
  { check: "manifest", what: "a file that is not listed", plant: (copy) => copy.add("planted.txt", "x"), expect: /planted\.txt: not listed/u },
  { check: "manifest", what: "a file that is not there", plant: inManifest((files) => files.push({ path: "none.txt", length: 1, hash: "x" })), expect: /none\.txt is listed and is not there/u },
  { check: "manifest", what: "another length", plant: inManifest((files) => { files[0].length += 1; }), expect: /bytes, listed with/u },
  { check: "manifest", what: "another content of the same length", plant: swap("</title>", "</Title>"), expect: /its hash \(BLAKE3\)/u },
  { check: "manifest", what: "no hash", plant: inManifest((files) => { delete files[0].hash; }), expect: /without a hash/u },
  { check: "lighthouse", what: "a page without a description", plant: swap(/<meta name="description"[^>]*>/u, ""), expect: /seo \d+: .*meta-description/u },
];

async function plantSameTitle(copy, page) {
  const other = copy.site.pages.find((p) => p !== page && p.kind === page.kind);
  await copy.edit(page.file, (text) => text.replace(/<title>.*?<\/title>/su, `<title>${other.title}</title>`));
}
