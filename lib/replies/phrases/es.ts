import type { Bank } from './bank';

const NUMBER =
  '(?:\\d{1,3}|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|cuarenta|cincuenta)';
const UNIT = '(?:minutos|horas|días|dias|semanas|meses)';
const DAYS = 'lunes|martes|miércoles|miercoles|jueves|viernes|sábado|sabado|domingo';

/** Spanish, with tú and usted. */
export const spanish: Bank = {
  lang: 'es',
  locale: 'es',
  register: 'informal',
  finds: {
    since: new RegExp(
      `(?<!\\p{L})(desde (?:ayer|anoche|anteayer|esta mañana|esta tarde|el mediodía|el (?:${DAYS})|la semana pasada|el mes pasado|hace ${NUMBER} ${UNIT}))(?!\\p{L})`,
      'iu',
    ),
    wait: new RegExp(
      `(?<!\\b(?:en|cada|dentro de|contrato de|de|desde hace)\\s)(?<!\\p{L})(${NUMBER} ${UNIT})(?!\\p{L})(?! gratis)`,
      'iu',
    ),
    stakes: [
      [/entrevista/i, 'en plena entrevista'],
      [/exam[eé]n/i, 'en pleno examen'],
      [/\bclase\b/i, 'en plena clase'],
      [/\bpartido\b/i, 'en pleno partido'],
      [/cobrar|con tarjeta|dat[aá]fono/i, 'con clientes esperando para pagar'],
      [/teletrabaj|trabajando desde casa|reuni[oó]n|videollamada/i, 'en pleno trabajo'],
      [/\bserie\b|pel[ií]cula/i, 'a mitad de la película'],
    ],
    place: /(?<!\p{L})(en (?:el |la )?\p{Lu}[\p{Ll}'’]+(?: (?:\p{Lu}[\p{Ll}'’]+|del?|la)){0,2}(?<! (?:de|del|la)))/u,
    informal: /(?<!\p{L})(?:tú|tu|te|tus|vosotros|os|tío|tenéis|sois|podéis)(?!\p{L})/iu,
    formal:
      /(?<!\p{L})(?:usted|ustedes|uds|señores|buenas tardes|buenos días|buenas noches|saludos|estimados)(?!\p{L})/iu,
    asks: /^(?:@\w+[\s,:]+|hola |buenas )*¿?(?:cómo|como|cuándo|cuando|dónde|donde|qué|quién|cuál|cuánto|puedo|se puede|hay)(?!\p{L})/iu,
    idea: /(?<!\p{L})(?:una idea|sugerencia|estaría bien que|ojalá pusierais|por qué no ponéis)(?!\p{L})/iu,
    down: /ca[ií]d|muert|\bni na\b|qu[eé] te pasa|q te pasa/i,
    burning: /quemad|humo|chispa|fuego|incendio|arde/i,
    scope: /calle|barrio|vecin|todo el|toda la|alguien|alguno|edificio|pueblo|ciudad|zona/i,
    light: /\bluz\b|\bluces\b|parpade|\brojo\b|\broja\b|naranja|\bverde\b/i,
  },
  nouns: [
    {
      topics: ['outage', 'speed', 'coverage', 'device'],
      whose: 'theirs',
      gender: 'm',
      words: 'internet=inet, wifi=wi-fi, servicio, teléfono fijo=fijo, cable',
    },
    {
      topics: ['outage', 'speed', 'coverage', 'device'],
      whose: 'theirs',
      gender: 'f',
      words: 'conexión, línea, fibra, tele=televisión=tv, señal=raya=cobertura=rayas',
    },
    {
      topics: ['device', 'order', 'speed'],
      whose: 'theirs',
      gender: 'm',
      words: 'módem, router=rúter, decodificador=deco, móvil=celular, teléfono, mando',
    },
    {
      topics: ['billing', 'cancellation'],
      whose: 'theirs',
      gender: 'f',
      words: 'factura=recibo=boleta, cuota, baja, permanencia',
    },
    {
      topics: ['billing', 'cancellation'],
      whose: 'theirs',
      gender: 'm',
      words: 'contrato, reembolso=devolución, descuento, pago=cobro',
    },
    {
      topics: ['order', 'account', 'other'],
      whose: 'theirs',
      gender: 'm',
      words: 'pedido, paquete, número, plan, premio',
    },
    {
      topics: ['account', 'order', 'appointment'],
      whose: 'theirs',
      gender: 'f',
      words: 'cuenta, tarjeta SIM=sim, portabilidad, cita, instalación',
    },
    { topics: ['appointment'], whose: 'nobody', gender: 'm', words: 'técnico=instalador' },
    {
      topics: ['device', 'unreachable', 'account', 'other'],
      whose: 'ours',
      gender: 'f',
      words: 'app=aplicación, web=página, tienda',
    },
    { topics: ['unreachable'], whose: 'ours', gender: 'm', words: 'chat, teléfono de atención=call center' },
  ],
  words: {
    outage: 'conexión',
    speed: 'conexión',
    billing: 'factura',
    appointment: 'cita',
    device: 'servicio',
    cancellation: 'baja',
    coverage: 'señal',
    unreachable: 'teléfono de atención',
    order: 'pedido',
    account: 'cuenta',
    fraud: 'cuenta',
    other: 'servicio',
  },
  forms: ({ word, whose, gender }) => {
    const before = {
      theirs: '[tu|su]',
      ours: gender === 'f' ? 'nuestra' : 'nuestro',
      nobody: gender === 'f' ? 'la' : 'el',
    };
    return { thing: `${before[whose]} ${word}`, noun: word };
  },
  day: (when) => {
    if (when.kind === 'today') return 'hoy mismo';
    if (when.kind === 'yesterday') return 'ayer';
    return when.kind === 'weekday' ? `el ${when.name}` : `en ${when.name}`;
  },
  keepsCapital: /^\p{Lu}{2,}$/u,
  moves: {
    greet: { named: ['{name}, ', 'Hola, {name}. ', 'Buenas, {name}. '], unnamed: ['', 'Hola. ', ''] },
    wait: [
      '{Wait} es demasiado.',
      '{Wait} esperando: eso no se le hace a nadie.',
      '{Wait}: entiendo que no quede paciencia.',
    ],
    stake: ['Y encima {stake}.', 'Que pasara {stake} lo hace peor.', 'Justo {stake}, no podía ser en peor momento.'],
    safety: [
      'Si alguien depende de esa línea por salud, eso va por delante de todo.',
      'Con la salud de por medio, esto no puede esperar turno.',
    ],
    burning: ['[Desenchúfalo|Desenchúfelo] ya, por favor, si sigue conectado: primero el olor, luego internet.'],
    history: {
      same: [
        'Ya [nos escribiste|nos escribió] {day} por {thing}; no hace falta contarlo otra vez.',
        'Veo que [escribiste|escribió] {day} por lo mismo, {thing}.',
      ],
      any: [
        'Tengo delante lo que [nos escribiste|nos escribió] {day}; no hace falta empezar de cero.',
        'He leído también lo que [escribiste|escribió] {day}.',
      ],
    },
    incident: {
      here: [
        'No [eres el único caso|es el único caso]: {incident}',
        'Esto es lo que sabemos: {incident}',
        'No es cosa [tuya|suya]. {incident}',
      ],
      area: [
        'Tenemos una incidencia abierta en {area}.',
        'Hay ahora mismo una incidencia en {area}, así que no es solo [tu casa|su casa].',
      ],
      ask: [
        'Ahora mismo tenemos una incidencia en {area}. ¿Es ahí donde [estás|está]?',
        '¿[Estás|Está] en {area}? Allí hay una incidencia abierta.',
      ],
    },
    fact: {
      status: ['El estado, al momento y sin registrarse: {fact}', 'Aquí se ve cómo está la red ahora: {fact}'],
      help: ['Los pasos están en una sola página: {fact}', 'Aquí está explicado entero: {fact}'],
      chat: ['Lo más rápido para hablar con una persona es el chat: {fact}', 'En el chat contesta una persona: {fact}'],
      phone: ['El número para esto es el {fact}.', '[Puedes|Puede] llamar al {fact}.'],
      email: ['Si [prefieres|prefiere] escribir: {fact}', 'Por correo: {fact}'],
      dm: ['[Puedes|Puede] escribirnos en privado aquí: {fact}', 'El mensaje directo se abre aquí: {fact}'],
      hours: ['Nuestro horario: {fact}.', 'Abrimos: {fact}.'],
      notice: ['El aviso de ahora: {fact}', 'Lo último que sabemos está aquí: {fact}'],
    },
    unknown: [
      'Sobre {thing} prefiero comprobarlo antes que adivinar; lo estoy preguntando.',
      'Buena pregunta la de {noun}. Quiero la respuesta correcta, no la rápida: la estoy buscando.',
      'No tengo la respuesta a mano y adivinar no [te|le] serviría. La estoy buscando.',
      'Prefiero comprobarlo antes que decir algo a medias; estoy en ello.',
    ],
    questionDm: [
      'Puede depender de [tu|su] contrato: con el número de cliente por mensaje directo (aquí no, por favor) miro [tu|su] caso y no el general.',
      'Si [quieres|quiere] que lo mire en [tu|su] cuenta, [mándame|mándeme] el código postal por mensaje directo.',
    ],
    questionAsk: [
      ['¿Es para una línea que ya [tienes|tiene] con nosotros o para una nueva? La respuesta cambia.'],
      ['¿De qué localidad hablamos? Así respondo para allí y no en general.', 'place'],
      ['¿Hay una fecha para la que lo [necesites|necesite]? Así sé por dónde es más corto.'],
      ['¿Qué [te han dicho|le han dicho] o [has|ha] leído hasta ahora? Así empiezo desde ahí.'],
    ],
    noted: ['Entendido, gracias: queda junto a lo demás.', 'Gracias, está claro y lo tengo delante.'],
    idea: [
      'Entiendo para qué serviría, y gracias por explicarlo tan claro.',
      'Es buena idea, y se entiende tal como está escrita.',
    ],
    ideaDm: ['Una captura por mensaje directo, de dónde estorba, ayudaría a quien tiene que hacerlo.'],
    ideaAsk: ['¿[Lo usas|Lo usa] más en el móvil, en la tele o en el ordenador? Así sé quién debe leerlo.'],
    takeDown: [
      '[Borra|Borre] ese mensaje, por favor: lleva datos personales y aquí los lee cualquiera.',
      'Lo primero: [quita|quite] ese mensaje, por favor, que deja datos personales a la vista.',
    ],
    takeDownDm: [
      'Por mensaje directo me basta el número de cliente; nunca una tarjeta, un PIN ni una contraseña.',
      'Luego solo el número de cliente por mensaje directo. Nunca pedimos tarjetas ni contraseñas.',
    ],
    takeDownAsk: [
      '¿Me [dices|dice] cuando ya no esté? Entonces seguimos por mensaje directo.',
      'Tres puntos, y luego Eliminar. ¿[Te|Le] sale esa opción?',
    ],
    thanks: {
      any: [
        'Gracias por decirlo. Casi siempre se escribe cuando algo falla, así que esto se lee dos veces.',
        'Qué bien leer esto. Gracias por tomarse el tiempo de contarlo.',
        'Muchas gracias. Un mensaje así se agradece de verdad en un turno largo.',
      ],
      person: [
        'Gracias por contarlo. El trabajo bien hecho rara vez se menciona, y por eso vale el doble.',
        'Así debería ser cada visita. Gracias por fijarse en la persona y no solo en el arreglo.',
      ],
      solved: [
        'Es el mensaje que esperaba leer. Gracias por avisar.',
        'Qué alegría que ya esté. Gracias por la paciencia y por volver para decirlo.',
      ],
      history: ['Después de lo que [nos escribiste|nos escribió] {day}, esto se lee con doble gusto. Gracias.'],
      short: ['Gracias. Da gusto leerlo.', 'Se agradece mucho, de verdad.', 'Gracias, esto alegra el turno.'],
    },
    notOurs: [
      'Lo siento, eso no es nuestro, así que desde aquí no puedo hacer nada útil.',
      'Perdón, esa línea no es nuestra, aunque me gustaría ayudar.',
    ],
    elsewhere: {
      named: ['Lo mejor es preguntar a {handle}.', 'Quien puede verlo es {handle}.'],
      unnamed: ['La cuenta de ayuda de [tu|su] compañía, la que sale en la factura, debería poder verlo.'],
    },
    otherLanguage: ['Perdón por escribir en español.'],
    askOurs: [
      '¿[Tu|Su] línea es de {brand}? Si lo es, puedo mirarlo.',
      '¿[Estás|Está] con {brand}? Entonces lo miro; si no, ojalá lo arreglen pronto.',
    ],
    checkIn: {
      outage: [
        'Hubo un corte {day}: ¿sigue funcionando {thing}?',
        'Pregunto por el corte que hubo {day}: ¿sigue funcionando {thing}?',
        'Después del corte, ¿sigue funcionando {thing}?',
      ],
      fixed: [
        'Nos [escribiste|escribió] {day} por {thing}: ¿sigue todo en orden?',
        'Quería preguntar por {thing}: ¿sigue todo en orden?',
      ],
      open: [
        'Nos [escribiste|escribió] {day} por {thing}, y no se me ha olvidado. ¿Cómo va ahora?',
        'No se me ha olvidado: ¿cómo va ahora {thing}?',
      ],
    },
  },
  topics: {
    outage: {
      sorry: [
        'Siento que [estés|esté] sin {noun} {since}.',
        'Sin {noun} {since}: es mucho aguantar, y lo siento.',
        'Siento el corte {where}: quedarse sin {noun} no es poca cosa.',
        'Siento que [estés|esté] sin {noun}.',
        'Quedarse sin {noun} es quedarse a medias con todo. Lo siento.',
      ],
      check: [
        'Estoy mirando si hay una avería en la zona o es solo [tu|su] línea.',
        'Todavía no sé la causa y no voy a adivinarla: estoy buscando la avería ahora.',
      ],
      dm: [
        'Con el código postal por mensaje directo (aquí no, por favor) puedo ver qué hace [tu|su] línea.',
        '[Mándame|Mándeme] el número de cliente por mensaje directo y puedo probar la línea desde aquí.',
      ],
      ask: [
        ['¿En qué localidad o barrio es? Así distingo una avería local de una general.', 'place'],
        ['¿Los vecinos están igual, o solo [tú|usted]? Eso me dice dónde mirar primero.', 'scope'],
        ['¿Qué luces se ven en el router? Eso dice si es la línea o el aparato.', 'light'],
        ['¿Se ha ido todo, tele y teléfono también, o solo internet?'],
      ],
    },
    speed: {
      sorry: [
        'Siento que {thing} vaya así {since}.',
        'Así no se puede hacer nada, y siento que {thing} vaya de esta manera.',
        'Siento que {thing} no dé lo que debería.',
      ],
      check: [
        'Estoy mirando qué debería dar {thing} y qué la frena.',
        'Estoy viendo si es la zona o una avería, para dar una razón y no una excusa.',
      ],
      dm: [
        'Con el código postal por mensaje directo puedo medir la línea desde aquí.',
        '[Mándame|Mándeme] el número de cliente por mensaje directo (aquí no, por favor) y comparo lo que llega con lo contratado.',
      ],
      ask: [
        ['¿Con cable directo al router pasa lo mismo? Eso separa la línea del wifi.'],
        ['¿Va lento todo el día o sobre todo por la noche? Son causas distintas.', 'since'],
      ],
    },
    billing: {
      sorry: [
        'Siento lo que ha pasado con {thing}: las cuentas deberíamos hacerlas bien nosotros.',
        'Siento el lío con {thing}. Con el dinero, las cosas claras.',
        'Perseguirnos por {thing} no debería ser tarea [tuya|suya]. Lo siento.',
      ],
      check: [
        'Estoy mirando línea por línea de dónde sale, antes de decir nada.',
        'Estoy viendo dónde se torció, para dar un motivo y no solo una cifra.',
      ],
      dm: [
        '[Mándame|Mándeme] el número de cliente por mensaje directo (aquí no, por favor) y lo repasamos línea por línea.',
        'Con el número de cliente por mensaje directo, nunca una tarjeta, puedo abrirlo y explicar cada línea.',
      ],
      ask: [
        ['¿De qué mes es? Así miro el que toca.'],
        ['¿Cambió algo en el plan antes de eso, un descuento que acabó o una mudanza?'],
        ['¿Es una línea nueva en el recibo o cambió el total?'],
      ],
    },
    appointment: {
      sorry: [
        'Siento la espera en balde: [cumpliste|cumplió] y nosotros no.',
        'Siento que [te quedaras|se quedara] esperando.',
        'Eso no se hace con quien se queda en casa esperando. Lo siento.',
      ],
      check: [
        'Estoy averiguando qué pasó con la visita antes de que nadie dé otra hora.',
        'Estoy preguntando dónde se atascó, para dar un motivo y no otra franja.',
      ],
      dm: [
        'Con el código postal por mensaje directo veo qué apuntaron sobre la visita.',
        '[Mándame|Mándeme] el número de cliente por mensaje directo y miro qué falló con la visita.',
      ],
      ask: [
        ['¿Qué día vendría bien de verdad? Así pido ese y no el primero que haya.'],
        ['¿Avisó alguien antes, por teléfono o mensaje, o nada?'],
      ],
    },
    device: {
      sorry: [
        'Siento la guerra que da {thing} {since}.',
        'Siento la guerra que está dando {thing}.',
        'Eso no es lo que debería hacer {thing}. Lo siento.',
        'Siento lo que pasa con {thing}.',
      ],
      check: [
        'Estoy preguntando si esto es un fallo conocido antes de pedir que [pruebes|pruebe] nada.',
        'Estoy mirando si a otros les pasa lo mismo.',
      ],
      dm: [
        'Una foto de lo que sale en pantalla, por mensaje directo, me diría más que diez preguntas.',
        '[Mándame|Mándeme] por mensaje directo lo que pone la etiqueta o la pantalla y miro qué le pasa.',
      ],
      ask: [
        ['¿Qué muestra exactamente cuando pasa: un mensaje, una luz?', 'light'],
        ['¿Empezó tras una actualización o una mudanza, o sin más?', 'since'],
      ],
    },
    cancellation: {
      sorry: [
        'Siento lo de {thing}: irse debería ser tan fácil como llegar.',
        'Tener que pedirlo dos veces ya es una de más. Lo siento.',
      ],
      check: [
        'Estoy mirando qué consta y con qué fecha.',
        'Estoy viendo dónde se atascó antes de que [te|le] llegue otra carta.',
      ],
      dm: [
        '[Mándame|Mándeme] el número de cliente por mensaje directo (aquí no, por favor) y veo qué se tramitó y cuándo.',
      ],
      ask: [
        ['¿Cómo se pidió: por carta, en la app o por teléfono? Así sé dónde mirar.'],
        ['¿Hubo confirmación, en papel o por correo? Con la fecha basta.'],
      ],
    },
    coverage: {
      sorry: [
        'Siento que falte {noun} {since}.',
        'Siento que haya tan poca {noun} {where}.',
        'Siento que ahí llegue tan mal: un móvil así es un reloj.',
        'Andar buscando {noun} cansa a cualquiera. Lo siento.',
        'Siento el poco alcance que hay por ahí.',
      ],
      check: [
        'Estoy mirando si hay una antena cercana con problemas.',
        'Estoy preguntando a los de red qué ven por ahí, en vez de enseñar un mapa verde.',
      ],
      dm: ['[Dime|Dígame] el punto exacto por mensaje directo (aquí no, por favor) y miro la antena que le toca.'],
      ask: [
        ['¿Por dónde es, más o menos? Con una plaza o una esquina me vale.', 'place'],
        ['¿Es solo dentro de casa o también en la calle? Son causas distintas.'],
      ],
    },
    unreachable: {
      sorry: [
        'Siento que nadie contestara: eso es cosa nuestra.',
        'Siento tanta vuelta. [Querías|Quería] una respuesta, no un paseo.',
        'Perseguirnos no debería ser tarea [tuya|suya]. Lo siento.',
      ],
      check: ['Ya hay una persona: estoy buscando en qué quedó lo que [pediste|pidió].'],
      dm: [
        '[Cuéntame|Cuénteme] en dos palabras de qué iba, con el número de cliente, por mensaje directo: sin cola y sin menú.',
      ],
      ask: [
        ['¿De qué se trataba al principio? Con una línea empiezo por ahí.'],
        ['¿[Te dio|Le dio] alguien un nombre o un día?'],
      ],
    },
    order: {
      sorry: [
        'Siento lo de {thing}: [hiciste|hizo] su parte y faltó la nuestra.',
        'Siento que {thing} se haya vuelto un trabajo.',
      ],
      check: ['Estoy averiguando dónde está de verdad, no lo que dice el seguimiento.'],
      dm: ['[Mándame|Mándeme] el número de pedido por mensaje directo (aquí no, por favor) y veo dónde se quedó.'],
      ask: [
        ['¿Qué fue lo último que dijeron, y quién: nosotros o el mensajero?'],
        ['¿[Lo quieres|Lo quiere] todavía o ya no sirve?'],
      ],
    },
    account: {
      sorry: [
        'Siento que no [puedas|pueda] avanzar con {thing}.',
        'Siento las vueltas con {thing}: eso agota a cualquiera.',
      ],
      check: ['Estoy mirando qué lo bloquea.', 'Estoy viendo cómo se arregla sin otra vuelta.'],
      dm: [
        '[Mándame|Mándeme] por mensaje directo solo el número de cliente. Nunca hace falta una contraseña ni un PIN.',
      ],
      ask: [['¿En qué paso se para, y qué pone ahí?'], ['¿Cambió algo antes, número, móvil o nombre?']],
    },
    fraud: {
      sorry: [
        'Gracias por avisar, y siento el susto.',
        'Siento que haya llegado eso. Preguntar antes fue lo correcto.',
      ],
      check: ['Estoy mirando quién está detrás. Mientras, mejor no pulsar ni pagar nada.'],
      dm: ['Una captura por mensaje directo ayuda. Nunca pedimos tarjeta, PIN ni contraseña.'],
      ask: [
        ['¿[Has|Ha] pulsado o dado algún dato? Si es así, eso va primero.'],
        ['¿Llegó por mensaje, correo o llamada, y con qué nombre?'],
      ],
    },
    other: {
      sorry: [
        'Lo siento. Así no debería ser.',
        'Entiendo el enfado, y lo siento.',
        'Eso me molestaría a mí también. Lo siento.',
      ],
      check: [
        'Estoy mirando qué ha pasado antes de decir nada.',
        'Lo estoy mirando ahora, para dar un motivo y no una frase.',
      ],
      dm: ['Con el número de cliente por mensaje directo (aquí no, por favor) miro [tu|su] caso y no el promedio.'],
      ask: [
        ['¿Por dónde empiezo: la línea, la factura o algo que [pediste|pidió]?'],
        ['¿Desde cuándo pasa? Con un día aproximado me vale.', 'since'],
      ],
    },
  },
};
