import type { SampleCode } from "./types";

export const conceptInUse: SampleCode = {
  name: "Concept in use",
  hue: 2,
  definition: "What the speaker takes human security to be, and how and where the concept is used.",
  whenToUse: "Not on its own: choose one of the codes below.",
  whenNotToUse: "For what the concept has changed or added: use Added value.",
  example: "None: this code only gathers those below it.",
  counterExample: "“Without it we would not have met at all.” An effect: Added value.",
  children: [
    {
      name: "Foreign-policy pillar",
      hue: 2,
      shortcut: "f",
      definition:
        "The concept as a declared part of Japan's foreign policy or of aid policy that follows it.",
      whenToUse:
        "The speaker places the concept in diplomacy, in charters and plans, or among what the government stands for.",
      whenNotToUse:
        "The concept is praised as a catchword that explains or distinguishes: Added value > Instrumental.",
      example: "“It is in the charter, so each new minister finds it on the desk.”",
      counterExample: "“It is a handy phrase in an introduction.” A tool: Instrumental.",
    },
    {
      name: "Practical approach",
      hue: 2,
      definition: "The concept matters as a way of working, and less as an idea or a term.",
      whenToUse:
        "The speaker asks what it does for people, calls it a habit or a method, or says that the idea alone is nothing new.",
      whenNotToUse: "A real change in somebody's work is reported: Added value > Change in practice.",
      example: "“I have never needed the definition. I need to know whose door to knock at next.”",
      counterExample: "“Since then our surveys have been redesigned.” A change reported.",
    },
    {
      name: "Broad and comprehensive",
      hue: 2,
      definition: "The concept is wide, and takes in most of what the agency does.",
      whenToUse: "The speaker defines it by its width, or says that nearly all of the work fits under it.",
      whenNotToUse:
        "The width is said to let several sectors work on one problem: Multi-sector. The crosscutting view is called what is new: Added value > Comprehensiveness.",
      example:
        "“Ask any desk in this building and they will tell you that theirs is the human security desk.”",
      counterExample:
        "“It made the road people and the health people share a budget.” An effect: Comprehensiveness.",
    },
    {
      name: "Multi-sector",
      hue: 2,
      definition:
        "Working on one problem with several sectors and agencies at once, as what the concept adds for those who already work with people.",
      whenToUse:
        "The speaker understands the concept as bringing sectors or organisations together around people's situation.",
      whenNotToUse:
        "The concept is only called wide: Broad and comprehensive. Asked for its added value, the speaker names crosscutting work: Added value > Comprehensiveness.",
      example:
        "“The same child is on the list of the school, the clinic and the food store. Somebody has to lay the lists on each other.”",
      counterExample: "“It covers everything from roads to rights.” Width alone.",
    },
    {
      name: "Complements state security",
      hue: 2,
      shortcut: "c",
      definition:
        "Human security and the security of the state complete each other, as long as the state does its work.",
      whenToUse:
        "The speaker relates the two and sees them as supporting each other, with or without naming the condition.",
      whenNotToUse: "The state is discussed as a helper or as an obstacle, without its security.",
      example: "“A border that holds and a school that opens are worth more together than either is alone.”",
      counterExample: "“The ministry was slow to answer.” The state, but not its security.",
    },
    {
      name: "Applies at home",
      hue: 2,
      shortcut: "h",
      definition: "The concept should serve for questions inside Japan, and not for other countries only.",
      whenToUse: "The speaker says so, or turns the concept on Japan, or regrets that this is not done.",
      whenNotToUse:
        "A danger in Japan is described without a word on the concept: use the code under Risks > Japan.",
      example: "“If the word is good enough for our partners, let us read our own wards with it.”",
      counterExample: "“There are hungry children in this prefecture.” A danger: Japan, Social issues.",
      children: [
        {
          name: "After March 2011",
          hue: 2,
          definition:
            "The disaster and the nuclear accident of March 2011 made the speaker, or others, think anew about using the concept at home.",
          whenToUse: "A change of mind, of teaching, of speech or of policy at home is tied to March 2011.",
          whenNotToUse:
            "March 2011 is an example of a hazard or of help received: use the code of that matter.",
          example: "“Until that week I had written ‘vulnerable’ only beside the names of other countries.”",
          counterExample: "“In 2011 teams came from all sides.” Help received: Accept assistance.",
        },
      ],
    },
    {
      name: "Risk of politicisation",
      hue: 2,
      definition: "The word security can make help look political, and so become a hurdle.",
      whenToUse: "The term itself is said to rouse suspicion, or is avoided for that reason.",
      whenNotToUse:
        "Help is suspected because of who gives it, and the term plays no part: use the code under Cross-border response.",
      example: "“I took the word out of the letter, and the permit came in a week.”",
      counterExample: "“They did not trust our flag.” The giver, and not the term.",
    },
  ],
};
