import { expect, test } from 'vitest'
import { extract } from '../../src/api/index.ts'

/** People as the world names them, by country. */
const people: Record<string, string> = {
  Argentina: 'Cristina Fernández de Kirchner, Mauricio Macri, Javier Milei',
  Australia: 'Anthony Albanese, Julia Gillard, Malcolm Turnbull',
  Bangladesh: 'Sheikh Hasina, Khaleda Zia, AK Abdul Momen',
  Belgium: 'Herman Van Rompuy, Charles Michel, Alexander De Croo',
  Brazil: 'Luiz Inácio Lula da Silva, Dilma Rousseff, Jair Bolsonaro',
  Cambodia: 'Hun Sen, Norodom Sihamoni, Hun Manet',
  Canada: 'Justin Trudeau, Stephen Harper, Chrystia Freeland',
  Chile: 'Michelle Bachelet, Gabriel Boric, Sebastián Piñera',
  China: 'Xi Jinping, Li Keqiang, Hua Chunying, Wang Yi, Wen Jiabao',
  Colombia: 'Juan Manuel Santos, Gustavo Petro, Álvaro Uribe Vélez',
  Croatia: 'Ivo Sanader, Andrej Plenković, Zoran Milanović',
  Cuba: 'Raúl Castro, Miguel Díaz-Canel, Fidel Castro',
  Denmark: 'Mette Frederiksen, Lars Løkke Rasmussen, Anders Fogh Rasmussen',
  Egypt: 'Hosni Mubarak, Abdel Fattah el-Sisi, Mohamed ElBaradei',
  Ethiopia: 'Abiy Ahmed, Meles Zenawi, Hailemariam Desalegn',
  Finland: 'Sauli Niinistö, Sanna Marin, Martti Ahtisaari',
  France: 'Emmanuel Macron, François Hollande, Jean-Yves Le Drian, Dominique de Villepin',
  Germany: 'Angela Merkel, Frank-Walter Steinmeier, Ursula von der Leyen, Olaf Scholz',
  Ghana: 'Nana Akufo-Addo, John Mahama, Kofi Annan',
  Greece: 'Kyriakos Mitsotakis, Alexis Tsipras, George Papandreou',
  Hungary: 'Viktor Orbán, Péter Szijjártó, Ferenc Gyurcsány',
  India: 'Narendra Modi, Manmohan Singh, Subrahmanyam Jaishankar, Sonia Gandhi',
  Indonesia: 'Joko Widodo, Susilo Bambang Yudhoyono, Megawati Sukarnoputri',
  Iran: 'Hassan Rouhani, Mahmoud Ahmadinejad, Mohammad Javad Zarif, Ali Khamenei',
  Iraq: 'Nouri al-Maliki, Haider al-Abadi, Moqtada al-Sadr',
  Ireland: "Leo Varadkar, Micheál Martin, Mary O'Rourke",
  Israel: 'Benjamin Netanyahu, Ehud Olmert, Shimon Peres, Tzipi Livni',
  Italy: "Silvio Berlusconi, Giorgia Meloni, Massimo D'Alema, Matteo Renzi",
  Japan: 'Shinzo Abe, Junichiro Koizumi, Fumio Kishida, Yoshihide Suga',
  Jordan: 'Ayman Safadi, Nasser Judeh, Abdullah Ensour',
  Kazakhstan: 'Nursultan Nazarbayev, Kassym-Jomart Tokayev, Karim Massimov',
  Kenya: 'Uhuru Kenyatta, Raila Odinga, William Ruto',
  Lebanon: 'Rafik Hariri, Fouad Siniora, Najib Mikati',
  Malaysia: 'Mahathir Mohamad, Anwar Ibrahim, Najib Razak',
  Mexico: 'Andrés Manuel López Obrador, Enrique Peña Nieto, Vicente Fox',
  Myanmar: 'Aung San Suu Kyi, Thein Sein, Min Aung Hlaing',
  Netherlands: 'Mark Rutte, Jan Peter Balkenende, Jaap de Hoop Scheffer',
  Nigeria: 'Olusegun Obasanjo, Goodluck Jonathan, Muhammadu Buhari, Ngozi Okonjo-Iweala',
  Norway: 'Jens Stoltenberg, Erna Solberg, Jonas Gahr Støre',
  Pakistan: 'Pervez Musharraf, Imran Khan, Nawaz Sharif, Benazir Bhutto',
  Philippines: 'Gloria Macapagal Arroyo, Rodrigo Duterte, Benigno Aquino',
  Poland: 'Donald Tusk, Lech Kaczyński, Radosław Sikorski',
  Portugal: 'António Guterres, José Manuel Barroso, António Costa',
  Russia: 'Vladimir Putin, Sergey Lavrov, Dmitry Medvedev, Dmitry Peskov',
  Rwanda: 'Paul Kagame, Louise Mushikiwabo, Vincent Biruta',
  Serbia: 'Aleksandar Vučić, Vojislav Koštunica, Ivica Dačić',
  Somalia: 'Hassan Sheikh Mohamud, Mohamed Abdullahi Farmajo, Abdullahi Yusuf Ahmed',
  'South Africa': 'Nelson Mandela, Thabo Mbeki, Cyril Ramaphosa, Nkosazana Dlamini-Zuma',
  'South Korea': 'Ban Ki-moon, Moon Jae-in, Roh Moo-hyun, Yoon Suk Yeol',
  Spain: 'José Luis Rodríguez Zapatero, Pedro Sánchez, Josep Borrell',
  Sweden: 'Carl Bildt, Stefan Löfven, Margot Wallström',
  Syria: 'Bashar al-Assad, Farouk al-Sharaa, Walid al-Moallem',
  Turkey: 'Recep Tayyip Erdoğan, Abdullah Gül, Mevlüt Çavuşoğlu',
  Ukraine: 'Volodymyr Zelensky, Viktor Yushchenko, Yulia Tymoshenko',
  'United Kingdom': 'Tony Blair, Theresa May, Boris Johnson, Rishi Sunak',
  'United States': 'George W. Bush, Condoleezza Rice, Barack Obama, John F. Kennedy Jr',
  Venezuela: 'Hugo Chávez, Nicolás Maduro, Juan Guaidó',
  Vietnam: 'Nguyen Tan Dung, Nguyen Phu Trong, Pham Minh Chinh',
}
const sentences = [
  (name: string) => `${name} said on Monday that the talks had failed.`,
  (name: string) => `President ${name} arrived in Geneva for talks.`,
  (name: string) => `Officials said the meeting with ${name} was cancelled.`,
  (name: string) => `The plan was presented by ${name}, who leads the delegation.`,
]
const rows = Object.values(people)
  .flatMap((names) => names.split(', '))
  .map((name, i) => [name, sentences[i % sentences.length]!(name)] as const)

const peopleIn = (text: string) =>
  extract(text).entities.flatMap(({ type, mentions }) => (type === 'person' ? mentions.map(({ text }) => text) : []))

test('people of more than 40 countries are found whole', () => {
  expect(Object.keys(people).length).toBeGreaterThan(40)
  const missed = rows.filter(([name, text]) => peopleIn(text).join() !== name).map(([name]) => name)
  expect(missed.length / rows.length, missed.join(', ')).toBeLessThan(0.08)
})

/** Words that name people elsewhere, and here nobody. */
const nobody = `
Where there is a will, there is a way.
The smith at the forge was hammering.
The bush was on fire.
Prices may rise in May.
The bill was passed on Friday.
They will mark the anniversary next week.
A frank discussion took place.
The grant was approved in March.
Rich countries agreed to pay more.
The major powers held talks.
The general said nothing.
The president left early.
The dean of the faculty resigned.
They walked down Baker Street in London.
The Washington Post reported the news.
Paris hosted the talks.
Jordan said it would attend.
Chad closed its border with Sudan.
Georgia held elections on Sunday.
Victoria is a state of Australia.
He lives in San Francisco.
They flew to Saint Petersburg.
The Lincoln Memorial was closed.
The Ford Motor Company cut jobs.
Morgan Stanley reported a loss.
Goldman Sachs raised its forecast.
Johnson & Johnson recalled the product.
The Nobel Peace Prize was awarded in Oslo.
Hurricane Katrina struck the coast.
The Kennedy Space Center was evacuated.
Wells Fargo closed branches.
Harvard University published the study.
The Dow Jones index fell.
Boeing and Airbus signed contracts.
Sunday was quiet in Baghdad.
August was the deadliest month.
An earnest appeal was made.
The dawn raid failed.
The faith of the voters is low.
Hope remains, officials say.
Grace periods end in June.
The crown jewels were shown.
Young voters stayed home.
White House officials declined to comment.
Brown coal is burned there.
Black markets thrive.
The King of Jordan arrived.
The Bank of England raised rates.
Mercedes recalled cars.
Lake Victoria is drying up.
Mount Everest was closed to climbers.
The Churchill Falls dam was sold.
Houston was flooded.
Sydney hosted the games.
`
  .trim()
  .split('\n')

test('words that look like people are none', () => {
  expect(nobody.length * 4).toBeGreaterThan(rows.length)
  const taken = nobody.filter((text) => peopleIn(text).length > 0)
  expect(taken.length / nobody.length, taken.join(' | ')).toBeLessThan(0.1)
})
