import type { SampleCode } from "./types";

export const addedValue: SampleCode = {
  name: "Added value",
  hue: 4,
  definition: "What the concept has brought that would be missing without it.",
  whenToUse: "Not on its own: choose one of the codes below.",
  whenNotToUse: "For what the concept means: use Concept in use or Three freedoms.",
  example: "None: this code only gathers those below it.",
  counterExample: "“It covers nearly everything we do.” What it is: Broad and comprehensive.",
  children: [
    {
      name: "Instrumental",
      hue: 4,
      shortcut: "t",
      definition:
        "The concept helps an organisation or a government to explain what it does, or to stand out.",
      whenToUse:
        "Explaining, giving reasons, reputation, distinguishing oneself or placing one's own work in a wider picture is named as its use.",
      whenNotToUse:
        "The work itself became another: Change in practice. The concept is only said to be part of policy: Foreign-policy pillar.",
      example:
        "“With that line on the first page nobody asks any more why a fisheries office builds latrines.”",
      counterExample: "“Since then the panel has a nurse on it.” The work changed: Change in practice.",
    },
    {
      name: "Change in practice",
      hue: 4,
      shortcut: "g",
      definition: "Something is done in another way since the concept came in.",
      whenToUse:
        "A form, a habit, a rule, a budget or a decision is told that became different, whomever the speaker credits with it.",
      whenNotToUse: "A change is hoped for, or is one of thinking alone.",
      example: "“The inspection sheet has a new column, and in two districts it stopped a project.”",
      counterExample: "“It ought to change how we train people.” A hope.",
    },
    {
      name: "Comprehensiveness",
      hue: 4,
      definition:
        "What is new is the crosscutting view: matters that were kept apart are seen and handled together.",
      whenToUse: "Asked for the added value, the speaker names the joining of fields, or shows it by a case.",
      whenNotToUse:
        "Width is part of a definition: Broad and comprehensive. Joint work is what the concept means to an NGO: Multi-sector.",
      example: "“Before, the well was one file and the school another. Now somebody has to read both.”",
      counterExample: "“It is a very wide notion.” A definition.",
    },
    {
      name: "Dignity",
      hue: 4,
      definition: "The concept's worth lies in putting how people feel treated on the agenda.",
      whenToUse:
        "Dignity, or the inward side of insecurity, is named as what the concept adds to thinking or work.",
      whenNotToUse: "Dignity is discussed as one of the three freedoms: Freedom to live in dignity.",
      example: "“I had a box for calories and none for shame. Now I ask about it.”",
      counterExample: "“The third freedom is the deepest.” One of the freedoms.",
    },
    {
      name: "Attention to individuals",
      hue: 4,
      definition: "The concept turns attention from totals to the single person.",
      whenToUse: "Officials or others are said to see people rather than figures because of it.",
      whenNotToUse:
        "People are told of as examples, and nothing is said on how they are looked at. Their feelings are the point: Dignity.",
      example: "“The table had not changed, but he asked me who the four in the last row were.”",
      counterExample: "“I met a woman there with two sons.” An example.",
    },
  ],
};
