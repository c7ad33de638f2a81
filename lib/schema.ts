import { z } from 'zod';

// Zod would compile schemas with `new Function`, which the policy of extension pages forbids and reports.
z.config({ jitless: true });

export { z };
