/** Opens the window that scans a card and waits for what comes of it. */
import './motcua-card-scan.ts';
import type { CardFacts } from '@motcua/domain/identity';
import { scanIn } from '../../internal/code-scan/scan-in.ts';

/** The card, or null when the person would rather type. `root`: where the window belongs, for words and colours. */
export const scanCard = (root: ShadowRoot): Promise<CardFacts | null> => scanIn<CardFacts>(root, 'motcua-card-scan');
