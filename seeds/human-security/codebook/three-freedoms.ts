import type { SampleCode } from "./types";

export const threeFreedoms: SampleCode = {
  name: "Three freedoms",
  hue: 0,
  definition:
    "What the speaker says of the three freedoms that the concept rests on: from fear, from want, and to live in dignity.",
  whenToUse:
    "Not on its own: choose one of the codes below. The parent gathers them when the codes are counted together.",
  whenNotToUse: "For a danger that is named without any thought of the freedoms: that is a code under Risks.",
  example: "None: this code only gathers those below it.",
  counterExample:
    "“There was another flood last month.” A flood is a risk; nothing is said of what people should be free from.",
  children: [
    {
      name: "Freedom from fear",
      hue: 0,
      shortcut: "1",
      definition:
        "Being safe from violence and from sudden harm, and from living in dread of either, as one of the freedoms that people are owed.",
      whenToUse:
        "The speaker talks of fear or physical safety as a freedom, describes what it is to live without it, or weighs it against the others. The words “freedom from fear” need not be said.",
      whenNotToUse:
        "A conflict or disaster is only listed among the region's dangers: use the code under Risks. Fear is used loosely, as in “I fear we are late”.",
      example:
        "“If you cannot sleep because of who may come to the door, nothing else that we bring you counts for much.”",
      counterExample:
        "“Fighting has started again in the north of that country.” A risk, not yet a freedom: Intra-state conflict.",
    },
    {
      name: "Freedom from want",
      hue: 0,
      shortcut: "2",
      definition:
        "Having enough to live on, food, water, health, schooling, work, as one of the freedoms that people are owed.",
      whenToUse:
        "The speaker talks of need or poverty as the lack of a freedom, says who looks after it, or weighs it against fear or dignity.",
      whenNotToUse:
        "Poverty in a named place is given as a danger of the region or of Japan: use Social issues under that place. If one phrase does both, put on both codes.",
      example:
        "“For most families I met, the first question in the morning was the rice, and every plan began after it.”",
      counterExample:
        "“The gap between the coast and the inland towns keeps growing.” A risk: East Asia, Social issues.",
    },
    {
      name: "Freedom to live in dignity",
      hue: 4,
      shortcut: "3",
      definition:
        "Being treated, and being able to see oneself, as a person who counts, as a freedom of its own beside the other two.",
      whenToUse:
        "Where the three freedoms are discussed and the speaker says what dignity means, welcomes its later addition, ranks it, or calls it the purpose of the others.",
      whenNotToUse:
        "Dignity is named as what the concept has added to policy or practice: that is Added value > Dignity. The word falls only in a list of the three and nothing is said about it.",
      example:
        "“You may hand a man everything on the form and he can still go home feeling smaller than he came. That third one is about this.”",
      counterExample: "“Fear, want, dignity, yes, those three.” A list; no claim is made about dignity.",
    },
    {
      name: "Interrelated",
      hue: 0,
      shortcut: "4",
      definition: "The three freedoms depend on each other, or cannot be taken apart in a person's life.",
      whenToUse:
        "The speaker says, or shows by a case, that losing one freedom brings down another, or that they are told apart for convenience only.",
      whenNotToUse:
        "Two freedoms are merely named together. The speaker puts them in an order without saying that they act on each other: that is Stages.",
      example:
        "“Take away her safety and within a month she has no income; take away the income and she is no longer safe.”",
      counterExample: "“Fear belongs to one ministry and want to another.” That separates them.",
    },
    {
      name: "Stages",
      hue: 0,
      definition: "The three freedoms are reached one after another, each on the ground of the one before.",
      whenToUse:
        "The speaker gives the freedoms an order in time or in planning: first this, and only then that.",
      whenNotToUse:
        "One freedom is called weightier or final without any order of steps: use the code of that freedom. Both codes, Stages and Interrelated, if the speaker says both.",
      example:
        "“You stop the shooting, then you feed people, and when they have eaten you can talk about how they want to live.”",
      counterExample: "“Dignity is worth more than the other two.” A ranking, and no sequence.",
    },
  ],
};
