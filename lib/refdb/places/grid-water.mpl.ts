// biome-ignore-all format: a table reads by its rows
/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.
 */
import type { Source } from '../types';

/** Water consumed in generating electricity, World Resources Institute, as in EcoLogits 0.9.3. */
export const ECOLOGITS_WATER: Source = {
  title: 'EcoLogits 0.9.3 electricity mixes (World Resources Institute)',
  url: 'https://github.com/mlco2/ecologits',
  licence: 'MPL-2.0',
  date: '2026-03-13',
};

/** Off-site water by zone code, litres per kWh of electricity. */
export const gridWater: ReadonlyMap<string, number> = new Map<string, number>([
  ['ARG', 11.4558],
  ['AUS', 4.7293],
  ['AUT', 5.7222],
  ['BEL', 2.6198],
  ['BGR', 4.6228],
  ['BRA', 18.6033],
  ['CAN', 8.1662],
  ['CHE', 5.6641],
  ['CHL', 10.5226],
  ['CHN', 6.0065],
  ['CYP', 1.2947],
  ['CZE', 3.2133],
  ['DEU', 1.947],
  ['DNK', 3.1935],
  ['ESP', 6.2088],
  ['EST', 2.1986],
  ['FIN', 4.5289],
  ['FRA', 3.6737],
  ['GBR', 2.329],
  ['GRC', 5.1451],
  ['HUN', 3.6874],
  ['IDN', 2.2554],
  ['IND', 3.4368],
  ['IRL', 1.4769],
  ['ISL', 6.1409],
  ['ITA', 4.8374],
  ['JPN', 2.3063],
  ['KOR', 1.8877],
  ['LTU', 5.8994],
  ['LUX', 12.7784],
  ['LVA', 2.5526],
  ['MEX', 5.3047],
  ['MLT', 1.1185],
  ['MYS', 1.6778],
  ['NLD', 3.433],
  ['NOR', 6.6633],
  ['NZL', 14.9681],
  ['POL', 2.5135],
  ['PRT', 9.5932],
  ['ROU', 7.3563],
  ['RUS', 3.4595],
  ['SVK', 5.7952],
  ['SVN', 2.9769],
  ['SWE', 6.0315],
  ['THA', 2.8902],
  ['TUR', 4.9197],
  ['TWN', 1.4886],
  ['UKR', 2.1306],
  ['USA', 3.1321],
  ['WOR', 3.908],
]);
