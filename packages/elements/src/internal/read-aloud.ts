/** Reads a text aloud with a Vietnamese voice of the device. Voices that send the text away are never used. */

/** A Vietnamese voice that lives on the device; null where there is none. */
export function vietnameseVoice(): SpeechSynthesisVoice | null {
  const voices = 'speechSynthesis' in globalThis ? speechSynthesis.getVoices() : [];
  return voices.find(({ lang, localService }) => localService && /^vi\b/i.test(lang)) ?? null;
}

/** Calls back when voices arrive: browsers load them after the page. Returns how to stop listening. */
export function onVoices(heard: () => void): () => void {
  if (!('speechSynthesis' in globalThis)) return () => undefined;
  speechSynthesis.addEventListener?.('voiceschanged', heard);
  return () => speechSynthesis.removeEventListener?.('voiceschanged', heard);
}

/** Reads sentences one after the other, a little slower than usual; `ended` is called once, also when it is stopped. */
export function readAloud(sentences: readonly string[], voice: SpeechSynthesisVoice, ended: () => void): void {
  stopReading();
  sentences.forEach((text, index) => {
    const speech = new SpeechSynthesisUtterance(text);
    speech.voice = voice;
    speech.lang = voice.lang;
    speech.rate = 0.9;
    speech.onerror = ended;
    if (index === sentences.length - 1) speech.onend = ended;
    speechSynthesis.speak(speech);
  });
}

/** Stops at once. */
export function stopReading(): void {
  if ('speechSynthesis' in globalThis) speechSynthesis.cancel();
}
