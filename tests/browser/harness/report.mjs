// Counts what the checks found and says it in plain lines.
//
// The unit of counting is one check on one page: it passes, or it fails for one or more reasons.

export class Report {
  #checks = new Map();

  /** A check is about to look at these pages. */
  begin(check, units) {
    for (const unit of units) this.#of(check).units.add(unit);
  }

  fail(check, where, what) {
    const record = this.#of(check);
    record.units.add(where);
    record.failures.push({ where, what: String(what).replace(/\s+/gu, " ").slice(0, 600) });
  }

  /** Keeps the largest value of a figure, and where it was seen. */
  figure(check, label, value, where) {
    const figures = this.#of(check).figures;
    const before = figures.get(label);
    if (!before || value > before.value) figures.set(label, { value, where });
  }

  took(check, milliseconds) {
    this.#of(check).time += milliseconds;
  }

  /** Takes over what another report holds. */
  add(other) {
    for (const [check, record] of other.#checks) {
      this.begin(check, record.units);
      this.#of(check).failures.push(...record.failures);
      for (const [label, { value, where }] of record.figures) this.figure(check, label, value, where);
      this.took(check, record.time);
    }
  }

  /** Every failure as `check: page: what`, in a stable order. */
  failures() {
    return [...this.#checks].flatMap(([check, { failures }]) =>
      failures.map(({ where, what }) => `${check}: ${where}: ${what}`)).sort();
  }

  totals() {
    let [passed, failed] = [0, 0];
    for (const { units, failures } of this.#checks.values()) {
      const bad = new Set(failures.map((f) => f.where)).size;
      failed += bad;
      passed += units.size - bad;
    }
    return { passed, failed };
  }

  /** One line per check: pages looked at, failures, figures, time. */
  summary() {
    return [...this.#checks].map(([check, record]) => {
      const bad = new Set(record.failures.map((f) => f.where)).size;
      const verdict = bad === 0 ? "ok  " : "FAIL";
      const figures = [...record.figures].map(([label, { value, where }]) => `${label} ${value} (${where})`);
      const parts = [`${record.units.size} looked at, ${bad} failed`, ...figures, `${(record.time / 1000).toFixed(1)} s`];
      return `${verdict} ${check.padEnd(20)} ${parts.join("; ")}`;
    });
  }

  #of(check) {
    if (!this.#checks.has(check)) {
      this.#checks.set(check, { units: new Set(), failures: [], figures: new Map(), time: 0 });
    }
    return this.#checks.get(check);
  }
}
