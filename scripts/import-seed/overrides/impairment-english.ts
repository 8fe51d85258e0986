/** English of the signs and activities of the disability form (Mẫu số 01, TT 01/2019/TT-BLĐTBXH). */

/** By number of the sign. */
export const SIGN_ENGLISH: Readonly<Record<string, string>> = {
  '1.1': 'Limp or stiff all over the body',
  '1.2': 'A missing arm, or arms that do not move',
  '1.3': 'A missing leg, or legs that do not move',
  '1.4': 'Weak, paralysed or wasted limbs, back or neck, or limited movement',
  '1.5': 'Crooked limbs, back or neck, a hunched back, or another deformity',
  '1.6': 'A finding of a provincial or higher hospital on reduced movement',
  '2.1': 'Makes no sound or speech',
  '2.2': 'Speaks, but not clearly or not in whole sentences',
  '2.3': 'Cannot hear',
  '2.4': 'A defect of the organs of speech that affects speaking',
  '2.5': 'A defect of the outer ear or ear canal that affects hearing',
  '2.6': 'A finding of a provincial or higher hospital on reduced hearing or speech',
  '3.1': 'Blind in one or both eyes',
  '3.2': 'One or both eyes missing',
  '3.3': 'Difficulty seeing things, or cannot see them',
  '3.4': 'Difficulty telling colours apart, or cannot',
  '3.5': 'Trembling eyes, cataract or scars of the cornea',
  '3.6': 'A deformity around the eyes',
  '3.7': 'A finding of a provincial or higher hospital on reduced sight',
  '4.1': 'Often sits or plays alone, never talks to or cares for anybody',
  '4.2': 'Unusual behaviour, such as agitation, anger or fear without cause, that harms the person or others',
  '4.3': 'Suddenly stops all activity, stares, has fits or falls down, foams at the mouth, does not answer',
  '4.4': 'Loss of memory, wandering away from home',
  '4.5': 'A finding of a provincial or higher hospital on a mental or nervous disorder',
  '5.1': 'Difficulty recognising family members, or communicating, compared with others of the same age',
  '5.2': 'Slow, or cannot do a simple thing for their age although it was explained',
  '5.3': 'Difficulty reading, writing, counting or learning because of slow intellectual development',
  '5.4': 'A finding of a provincial or higher hospital on slow intellectual development',
  '6.1': 'A finding of a provincial or higher hospital on numbness, or an abnormality that limits daily activities, work or learning',
  '6.2': 'A finding of a provincial or higher hospital on a lung, heart, bladder or bowel disease treated for over 3 months that limits activities',
  '6.3': 'A finding of a provincial or higher hospital on autism or a rare disease',
};

/** By number of the activity. */
export const ACTIVITY_ENGLISH: readonly string[] = [
  'Walking', 'Eating and drinking', 'Using the toilet', 'Personal hygiene: brushing teeth, washing, bathing', 'Putting on and taking off clothes and shoes',
  'Hearing and understanding others', 'Saying what they want and think', 'Housework for their age; work that earns income',
  'Social contact for their age', 'Reading, writing, counting and other learning',
];
