/** Water of one request, mL. */
export interface Water {
  /** Evaporated at the data centre. */
  readonly onSite: number;
  /** Consumed where the electricity is made. */
  readonly offSite: number;
  readonly total: number;
}

/**
 * W = (E / PUE) * WUE_on + E * W_off. WUE is per kWh of IT energy, the grid's water per kWh of all electricity;
 * L/kWh is mL/Wh. OTM itself defines no water (otm.md section 2).
 */
export function waterMl(energyWh: number, pue: number, wueOnSite: number, wueOffSite: number): Water {
  const onSite = (energyWh / pue) * wueOnSite;
  const offSite = energyWh * wueOffSite;
  return { onSite, offSite, total: onSite + offSite };
}

/** US liquid gallons in mL, for statements such as 0.000085 gallons per query. */
export function millilitresFromUsGallons(gallons: number): number {
  return gallons * 3785.411784;
}
