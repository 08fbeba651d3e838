// Every planted fault: `check` must see it, on the first page of `kind` and `lang` (a Dutch rule
// page when not said), and say something that matches `expect`.

import { COMPOSE_FAULTS } from "./compose.mjs";
import { FIND_FAULTS } from "./find.mjs";
import { LAYOUT_FAULTS } from "./layout.mjs";
import { LOOK_FAULTS } from "./looks.mjs";
import { MACHINE_FAULTS } from "./machines.mjs";
import { MARKUP_FAULTS } from "./markup.mjs";
import { READING_FAULTS } from "./reading.mjs";
import { WIRE_FAULTS } from "./wire.mjs";

export const FAULTS = [...MARKUP_FAULTS, ...MACHINE_FAULTS, ...WIRE_FAULTS, ...LAYOUT_FAULTS, ...LOOK_FAULTS, ...COMPOSE_FAULTS, ...READING_FAULTS, ...FIND_FAULTS];
