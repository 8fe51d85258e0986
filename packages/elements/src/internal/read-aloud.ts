/** Reads a text aloud with a Vietnamese voice of the device. Voices that send the text away are never used. */

/** Some shells have the name and nothing behind it. */
const synthesis = (): SpeechSynthesis | undefined => globalThis.speechSynthesis as SpeechSynthesis | undefined;

/** A Vietnamese voice that lives on the device (`vi-VN`, on old Android `vi_VN`); null where there is none. */
export function vietnameseVoice(): SpeechSynthesisVoice | null {
  const voices = synthesis()?.getVoices() ?? [];
  return voices.find(({ lang, localService }) => localService && /^vi(?![a-z])/i.test(lang)) ?? null;
}

/** Calls back when voices arrive: browsers load them after the page. Returns how to stop listening. */
export function onVoices(heard: () => void): () => void {
  const speech = synthesis();
  speech?.addEventListener?.('voiceschanged', heard);
  return () => speech?.removeEventListener?.('voiceschanged', heard);
}

/** Reads sentences one after the other, a little slower than usual; `ended` is called once, also when it is stopped or fails. */
export function readAloud(sentences: readonly string[], voice: SpeechSynthesisVoice, ended: () => void): void {
  stopReading();
  let over = false;
  const end = (): void => {
    if (!over) ended();
    over = true;
  };
  sentences.forEach((text, index) => {
    const speech = new SpeechSynthesisUtterance(text);
    speech.voice = voice;
    speech.lang = voice.lang;
    speech.rate = 0.9;
    speech.onerror = ({ error }) => {
      end();
      // A voice that fails in the middle must not go on with the next sentence; what was cut off by hand is silent already.
      if (error !== 'canceled' && error !== 'interrupted') stopReading();
    };
    if (index === sentences.length - 1) speech.onend = end;
    synthesis()?.speak(speech);
  });
}

/** Stops at once. */
export function stopReading(): void {
  synthesis()?.cancel();
}
