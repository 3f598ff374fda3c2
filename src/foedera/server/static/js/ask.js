// Forms that offer names while somebody types.

import { completeNames } from "./completion.js";

document.querySelectorAll("[data-complete]").forEach(completeNames);
