/**
 * What the published study found, in our words, as a code that interviewees raised within a cluster of
 * the guide. `interviewees` is who raises it in the sample. Where the study cites its interviewees, that
 * is the same set; where it gives only a quantity, `bounds` is what it says, and the sample lies inside.
 */
export interface Finding {
  id: string;
  cluster: string;
  code: string;
  claim: string;
  interviewees: number[];
  bounds?: { min: number; max: number; mustInclude: number[] };
}

const everybody = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

export const findings: Finding[] = [
  {
    id: "F01",
    cluster: "i",
    code: "Concept in use > Multi-sector",
    claim: "To a relief organisation the concept means working on one problem with several sectors at once.",
    interviewees: [10],
  },
  {
    id: "F02",
    cluster: "i",
    code: "Concept in use > Broad and comprehensive",
    claim: "In the aid agency the concept is taken as a wide one, under which most of its work fits.",
    interviewees: [1, 2, 3],
  },
  {
    id: "F03",
    cluster: "i",
    code: "Risks > Downside risk",
    claim:
      "Human security looks at how things can turn for the worse, which sets it apart from human development.",
    interviewees: [8],
  },
  {
    id: "F04",
    cluster: "i",
    code: "Concept in use > Practical approach",
    claim: "What counts is how one works; the idea and the term count for less.",
    interviewees: [3, 4, 5],
  },
  {
    id: "F05",
    cluster: "i",
    code: "Concept in use > Risk of politicisation",
    claim: "The word security can make help look political.",
    interviewees: [4],
  },
  {
    id: "F06",
    cluster: "i",
    code: "Concept in use > Complements state security",
    claim: "Human security and state security complete each other while the state does its work.",
    interviewees: everybody,
  },
  {
    id: "F07",
    cluster: "ii",
    code: "Risks > East Asia > Natural disasters",
    claim: "Natural disasters are among the dangers of East Asia.",
    interviewees: [1, 2, 3, 4, 5, 6, 7, 9, 10],
    bounds: { min: 8, max: 9, mustInclude: [1, 2] },
  },
  {
    id: "F08",
    cluster: "ii",
    code: "Risks > East Asia > Inter-state relations",
    claim: "Tension between states is an urgent danger in the region.",
    interviewees: [5, 7, 10],
  },
  {
    id: "F09",
    cluster: "ii",
    code: "Risks > East Asia > Intra-state conflict",
    claim: "Armed and deep-rooted conflict inside countries of the region goes on.",
    interviewees: [2, 3, 4, 6, 7],
  },
  {
    id: "F10",
    cluster: "ii",
    code: "Risks > East Asia > Social issues",
    claim: "Economic crises and widening gaps in the region strike the weakest.",
    interviewees: [2, 3, 6],
  },
  {
    id: "F11",
    cluster: "ii",
    code: "Concept in use > Applies at home",
    claim: "The concept should serve inside Japan as well.",
    interviewees: everybody,
  },
  {
    id: "F12",
    cluster: "ii",
    code: "Concept in use > Applies at home > After March 2011",
    claim: "The disaster and the accident of March 2011 made people think anew about the concept at home.",
    interviewees: [4, 5, 6, 8, 10],
  },
  {
    id: "F13",
    cluster: "ii",
    code: "Risks > Japan > Social issues",
    claim: "Ageing, poverty and insecure work put people in Japan at risk.",
    interviewees: [2, 3, 4, 6, 7, 8, 9, 10],
    bounds: { min: 6, max: 9, mustInclude: [7] },
  },
  {
    id: "F14",
    cluster: "ii",
    code: "Risks > Japan > Natural disasters",
    claim: "Natural disasters are a main source of insecurity in Japan.",
    interviewees: [1, 4, 6, 9, 10],
    bounds: { min: 5, max: 5, mustInclude: [] },
  },
  {
    id: "F15",
    cluster: "iii",
    code: "Cross-border response > Accept assistance",
    claim: "Japan should take help from overseas, after a disaster and in violence alike.",
    interviewees: everybody,
  },
  {
    id: "F16",
    cluster: "iii",
    code: "Cross-border response > Coordination",
    claim: "Help that is offered has to be received and steered by people who know how.",
    interviewees: [4, 9],
  },
  {
    id: "F17",
    cluster: "iii",
    code: "Cross-border response > Consent first",
    claim: "Help in another country rests on its request or consent.",
    interviewees: [1, 3, 4, 5, 7, 8, 9, 10],
    bounds: { min: 6, max: 10, mustInclude: [1, 3] },
  },
  {
    id: "F18",
    cluster: "iii",
    code: "Cross-border response > Persuasion and quiet diplomacy",
    claim: "First understand why a government is reluctant, then win it over.",
    interviewees: [4, 7],
  },
  {
    id: "F19",
    cluster: "iii",
    code: "Cross-border response > Through NGOs",
    claim: "Where a government is reluctant, NGOs are suited to the task.",
    interviewees: [2, 3, 6],
  },
  {
    id: "F20",
    cluster: "iii",
    code: "Cross-border response > Through international organisations",
    claim: "International organisations make help acceptable.",
    interviewees: [5, 6, 9],
  },
  {
    id: "F21",
    cluster: "iii",
    code: "Cross-border response > Specialised know-how",
    claim: "Japan has special skills to offer.",
    interviewees: [7],
  },
  {
    id: "F22",
    cluster: "iv",
    code: "Approach > Both needed",
    claim: "Protection and empowerment are both needed, and the case decides on the mix.",
    interviewees: everybody,
  },
  {
    id: "F23",
    cluster: "iv",
    code: "Approach > Protection > As national frameworks",
    claim: "Protection means helping a country to build frameworks of its own.",
    interviewees: [1, 3],
  },
  {
    id: "F24",
    cluster: "iv",
    code: "Approach > Empowerment > Sustainability",
    claim: "Empowerment makes security last.",
    interviewees: [5, 6],
  },
  {
    id: "F25",
    cluster: "iv",
    code: "Approach > Empowerment > Communities and resilience",
    claim: "For resilience, communities have to be empowered.",
    interviewees: [9],
  },
  {
    id: "F26",
    cluster: "v",
    code: "Three freedoms > Interrelated",
    claim: "The three freedoms hang together.",
    interviewees: [3, 4, 6, 8, 9],
  },
  {
    id: "F27",
    cluster: "v",
    code: "Three freedoms > Stages",
    claim: "The three freedoms are reached in stages.",
    interviewees: [3],
  },
  {
    id: "F28",
    cluster: "v",
    code: "Three freedoms > Freedom to live in dignity",
    claim: "Dignity is welcomed as a freedom, and to some it is the final purpose.",
    interviewees: [3, 4, 5, 6, 7, 8, 9],
    bounds: { min: 6, max: 9, mustInclude: [5, 6, 9] },
  },
  {
    id: "F29",
    cluster: "vi",
    code: "Added value > Instrumental",
    claim: "The concept helps to explain one's work and to stand out.",
    interviewees: [1, 2, 6, 8],
  },
  {
    id: "F30",
    cluster: "vi",
    code: "Added value > Comprehensiveness",
    claim: "The crosscutting view is what is new.",
    interviewees: [1, 10],
  },
  {
    id: "F31",
    cluster: "vi",
    code: "Added value > Dignity",
    claim: "Dignity is what the concept adds.",
    interviewees: [3, 7],
  },
  {
    id: "F32",
    cluster: "vi",
    code: "Added value > Attention to individuals",
    claim: "The concept turns attention to persons rather than figures.",
    interviewees: [4],
  },
  {
    id: "F33",
    cluster: "iii",
    code: "Cross-border response > Through companies",
    claim: "Companies can take a part beside NGOs, with money and other means.",
    interviewees: [8],
  },
  {
    id: "F34",
    cluster: "iii",
    code: "Cross-border response > Effectiveness decides",
    claim: "Whose help to take depends on how effective the helper is.",
    interviewees: [6],
  },
];
