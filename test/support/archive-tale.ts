import type { ArchiveInput } from '../../src/run/archive/archive.ts'

/** A tale of some weeks: a visit that was planned and made, one that was called off, two of one last name, a summit to come. */
export const tale: readonly ArchiveInput[] = [
  {
    ...{ id: 's1', published: '2023-08-28', title: 'Varga to visit Dhaka', publisher: 'Daily Courier' },
    url: 'https://example.org/s1',
    text: `Hungarian Foreign Minister Istvan Varga will visit Dhaka on September 7, diplomats said on Monday. Varga will discuss natural gas supplies with Bangladeshi Foreign Minister Karim Rahman.`,
  },
  {
    ...{ id: 's2', published: '2023-09-04', title: 'Dhaka prepares', publisher: 'Bengal Wire' },
    text: `Hungarian Foreign Minister Istvan Varga will visit Dhaka on September 7, officials said on Monday.`,
  },
  {
    ...{ id: 's3', published: '2023-09-07', title: 'Varga in Dhaka', publisher: 'Daily Courier' },
    url: 'https://example.org/s3',
    text: `Hungarian Foreign Minister Istvan Varga visited Dhaka on Thursday. Crowds lined the streets of the old town.`,
  },
  {
    ...{ id: 's4', published: '2023-09-08', title: 'Ministers met', publisher: 'Capital Press' },
    text: `Bangladeshi Foreign Minister Karim Rahman met Hungarian Foreign Minister Istvan Varga in Chittagong on Friday. The two ministers discussed student visas.`,
  },
  {
    ...{ id: 's5', published: '2023-09-10', title: 'Rowan to go to Oslo', publisher: 'Capital Press' },
    text: `Canadian Prime Minister Ann Rowan will visit Oslo on September 20. She will discuss the fishing quota with Norwegian Prime Minister Lars Dahl.`,
  },
  {
    ...{ id: 's6', published: '2023-09-18', title: 'Trip called off', publisher: 'Daily Courier' },
    text: `Canadian Prime Minister Ann Rowan has cancelled her visit to Oslo on September 20, her office said on Monday.`,
  },
  {
    ...{ id: 's7', published: '2023-09-19', title: 'Sailor home', publisher: 'Harbour News' },
    text: `Australian sailor Peter Rowan returned to Sydney on Tuesday. The sailor Peter Rowan had been at sea for nine months. U.S. sailors had lost him twice.`,
  },
  {
    ...{ id: 's8', published: '2023-10-02', title: 'Talks in Geneva', publisher: 'Bengal Wire' },
    text: `Russia and China held talks in Geneva on Monday. The two sides discussed uranium enrichment.`,
  },
  {
    ...{ id: 's9', published: '2023-10-05', title: 'Varga calls Dahl', publisher: 'Capital Press' },
    text: `Hungarian Foreign Minister Istvan Varga spoke by telephone with Norwegian Prime Minister Lars Dahl on Thursday about food aid.`,
  },
  {
    ...{ id: 's10', published: '2023-10-09', title: 'Summit set', publisher: 'Daily Courier' },
    text: `Norwegian Prime Minister Lars Dahl and Hungarian Foreign Minister Istvan Varga will attend a climate summit in Rotterdam on November 13. Leaders will discuss carbon emissions at the summit.`,
  },
  {
    ...{ id: 's11', published: '2023-10-20', publisher: 'Bengal Wire' },
    text: `Bangladeshi Foreign Minister Karim Rahman will meet fishermen in Khulna in November. Rahman will discuss the fishing quota.`,
  },
  {
    ...{ id: 's12', title: 'Undated note', publisher: 'Harbour News' },
    text: `José Peña held talks with Karim Rahman in Lisbon.`,
  },
]
