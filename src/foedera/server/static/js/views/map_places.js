// Activities gathered at their places, and the part of the world in which they lie.

/** What is drawn is a place, as large as there are activities; the places with most of them come first. */
export function gather(features) {
  const found = new Map();
  for (const { geometry, properties } of features) {
    if (properties.feature !== "activity") continue;
    const key = geometry.coordinates.join();
    if (!found.has(key)) found.set(key, { at: geometry.coordinates, name: properties.place, knownBy: properties.known_by, activities: [] });
    found.get(key).activities.push(properties);
  }
  const gathered = [...found.values()];
  for (const place of gathered) {
    const real = (activity) => (activity.polarity === "denied" ? "denied" : activity.modality);
    place.real = ["actual", "planned", "possible", "denied"].find((each) => place.activities.some((activity) => real(activity) === each));
  }
  return gathered.sort((one, other) => other.activities.length - one.activities.length);
}

/** The smallest box around the places, over the meridian of 180° where that is shorter. */
export function boundsOf(gathered) {
  const easts = [...new Set(gathered.map((place) => place.at[0]))].sort((one, other) => one - other);
  const gaps = easts.map((east, at) => (at ? east - easts[at - 1] : east + 360 - easts.at(-1)));
  const west = easts[gaps.indexOf(Math.max(...gaps))];
  const bounds = new maplibregl.LngLatBounds();
  for (const { at } of gathered) bounds.extend([at[0] < west ? at[0] + 360 : at[0], at[1]]);
  return bounds;
}
