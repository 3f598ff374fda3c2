// The page of an entity: names are offered for what it may be one with.

import { completeNames } from "./completion.js";

document.querySelectorAll("[data-complete]").forEach(completeNames);
