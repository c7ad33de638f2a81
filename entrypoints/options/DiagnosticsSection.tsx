import { browser } from 'wxt/browser';
import { Button } from '../../components/Button';
import { Section } from '../../components/settings/Section';

/** Leads to the page of diagnostics. */
export function DiagnosticsSection() {
  return (
    <Section
      id="diagnostics"
      title="Diagnostics"
      about="If something does not work: versions, permissions, storage, how well X can be read, and the last errors on one page, to copy for whoever helps you. What is copied holds no word that a customer or a colleague has written."
    >
      <Button onClick={() => void browser.tabs.create({ url: browser.runtime.getURL('/diagnostics.html') })}>
        Open diagnostics
      </Button>
    </Section>
  );
}
