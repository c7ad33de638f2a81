/** What is kept, where, and what never happens. */
export function Privacy() {
  return (
    <ul className="max-w-[560px] list-disc space-y-1.5 pl-5 text-pretty">
      <li>
        Cases, notes and this watchlist are kept in this browser profile, on this computer. Hark makes no network
        request and has no server.
      </li>
      <li>
        Of tweets it keeps only those in a case: the customer’s words and your replies, or links only if you set it so
        above. Of anybody else, always just a link.
      </li>
      <li>
        All about one customer can be exported or erased in the panel. Of somebody who was erased it keeps a hash of the
        handle, which tells only whether a file would bring them back.
      </li>
      <li>
        The list of what was done names case numbers and signatures of reps, nothing of customers. It cannot be changed.
      </li>
      <li>
        Tweets that need an answer and have no case are in the browser’s memory only, for 24 hours at most after they
        were last seen or snoozed. Of those you dealt with, their ids are remembered for 30 days.
      </li>
      <li>
        Of tweets on which you put Hark right it keeps the id, the handle and numbers made of the words, not the text.
      </li>
      <li>It never posts, likes, follows or scrolls. It acts when you click, and only then.</li>
      <li>Removing Hark from the browser removes everything it keeps.</li>
    </ul>
  );
}
