/** Sectors in the order in which the study compares them. */
export const sectors = ["Aid agency", "University", "Parliament", "Company", "Government", "NGO"] as const;

export interface SampleInterviewee {
  number: number;
  sector: (typeof sectors)[number];
  position: string;
  /** Of the interview: a day, its length, and who asked. */
  date: string;
  minutes: number;
  interviewers: string[];
}

/** Ten people, cited by number; no names are kept. */
export const interviewees: SampleInterviewee[] = [
  {
    number: 1,
    sector: "Aid agency",
    position: "Aid agency, global issues and partnerships",
    date: "2013-09-26",
    minutes: 60,
    interviewers: ["A", "B", "C", "D"],
  },
  {
    number: 2,
    sector: "Aid agency",
    position: "Aid agency, peacebuilding and regional development (at the time)",
    date: "2013-09-26",
    minutes: 60,
    interviewers: ["A", "B", "C", "D"],
  },
  {
    number: 3,
    sector: "Aid agency",
    position: "Aid agency, peacebuilding and regional development (at the time)",
    date: "2013-09-26",
    minutes: 60,
    interviewers: ["A", "B", "C", "D"],
  },
  {
    number: 4,
    sector: "University",
    position: "Professor of international relations",
    date: "2013-11-12",
    minutes: 60,
    interviewers: ["A"],
  },
  {
    number: 5,
    sector: "University",
    position: "Professor, on secondment from the foreign ministry",
    date: "2013-11-11",
    minutes: 74,
    interviewers: ["B", "C", "D"],
  },
  {
    number: 6,
    sector: "Parliament",
    position: "Member of the upper house, from the smaller coalition party",
    date: "2014-02-26",
    minutes: 50,
    interviewers: ["A"],
  },
  {
    number: 7,
    sector: "Parliament",
    position: "Member of the upper house, from the largest party",
    date: "2014-02-26",
    minutes: 75,
    interviewers: ["A"],
  },
  {
    number: 8,
    sector: "Company",
    position: "Senior director for social responsibility, pharmaceutical company",
    date: "2014-03-10",
    minutes: 70,
    interviewers: ["A"],
  },
  {
    number: 9,
    sector: "Government",
    position: "Director-general for global issues, foreign ministry",
    date: "2014-03-10",
    minutes: 60,
    interviewers: ["A"],
  },
  {
    number: 10,
    sector: "NGO",
    position: "President of a relief organisation",
    date: "2014-04-17",
    minutes: 65,
    interviewers: ["D"],
  },
];
