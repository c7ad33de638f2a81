import type { Bank } from './bank';

const NUMBER =
  '(?:\\d{1,3}|dois|duas|três|tres|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|quinze|vinte|trinta|quarenta|cinquenta)';
const UNIT = '(?:minutos|horas|dias|semanas|meses)';
const DAYS = 'segunda|terça|quarta|quinta|sexta|sábado|sabado|domingo';

/** Portuguese. It speaks in the third person without a pronoun, which is right on both sides of the sea. */
export const portuguese: Bank = {
  lang: 'pt',
  locale: 'pt-BR',
  register: 'informal',
  finds: {
    since: new RegExp(
      `(?<!\\p{L})(desde (?:ontem|anteontem|cedo|hoje cedo|a manhã|de manhã|(?:a |o )?(?:${DAYS})(?:-feira)?|a semana passada|o mês passado|o almoço))(?!\\p{L})`,
      'iu',
    ),
    wait: new RegExp(
      `(?<!\\b(?:em|cada|daqui a|de|contrato de)\\s)(?<!\\p{L})(${NUMBER} ${UNIT})(?!\\p{L})(?! gr[aá]tis)`,
      'iu',
    ),
    stakes: [
      [/entrevista/i, 'no meio de uma entrevista'],
      [/\bprova\b|exame/i, 'em dia de prova'],
      [/\baula\b/i, 'no meio da aula'],
      [/\bjogo\b|partida|ranked/i, 'no meio do jogo'],
      [/reuni[aã]o|home office|trabalh/i, 'em horário de trabalho'],
      [/\bfilme\b|s[eé]rie|novela/i, 'no meio do filme'],
    ],
    place: /(?<!\p{L})((?:em|no|na) \p{Lu}[\p{Ll}'’]+(?: (?:\p{Lu}[\p{Ll}'’]+|d[aeo])){0,2}(?<! d[aeo]))/u,
    informal: /(?!)/,
    formal: /(?!)/,
    asks: /^(?:@\w+[\s,:]+|oi |ol[aá] |boa tarde |minha filha,? )*(?:como|quando|onde|qual|quem|quanto|posso|d[aá] pra|tem como)(?!\p{L})/iu,
    idea: /(?<!\p{L})(?:uma ideia|sugestão|seria bom se|podiam pôr|podiam colocar)(?!\p{L})/iu,
    down: /\bcai(?:u|ndo)\b|sumiu|morreu|\bcad[êe]\b/i,
    burning: /queimad|fumaça|fumo|fa[ií]sca|fogo|inc[eê]ndio|arder/i,
    scope: /\brua\b|bairro|vizinh|toda|todo mundo|inteir|algu[eé]m|pr[eé]dio|cidade/i,
    light: /\bluz\b|\bluzes\b|pisca|vermelh|laranja|\bverde\b/i,
  },
  nouns: [
    {
      topics: ['outage', 'speed', 'coverage', 'device'],
      whose: 'theirs',
      gender: 'f',
      words: 'internet=net=inet, conexão=ligação, fibra, linha, TV=televisão, rede',
    },
    {
      topics: ['outage', 'speed', 'coverage', 'device'],
      whose: 'theirs',
      gender: 'm',
      words: 'wifi=wi-fi, sinal, telefone fixo=fixo, 4G, serviço',
    },
    {
      topics: ['device', 'order', 'speed'],
      whose: 'theirs',
      gender: 'm',
      words: 'modem, roteador=router, decodificador, celular=telemóvel, controle remoto=comando',
    },
    {
      topics: ['billing', 'cancellation'],
      whose: 'theirs',
      gender: 'f',
      words: 'fatura=factura=conta de internet, cobrança, multa, fidelidade',
    },
    {
      topics: ['billing', 'cancellation'],
      whose: 'theirs',
      gender: 'm',
      words: 'boleto, contrato, reembolso=estorno, desconto, cancelamento, débito automático',
    },
    {
      topics: ['order', 'account', 'other'],
      whose: 'theirs',
      gender: 'm',
      words: 'pedido, número, plano, chip=cartão SIM, prêmio=prémio',
    },
    {
      topics: ['order', 'account', 'appointment', 'billing'],
      whose: 'theirs',
      gender: 'f',
      words: 'encomenda, conta, senha, visita, instalação, portabilidade',
    },
    { topics: ['appointment'], whose: 'nobody', gender: 'm', words: 'técnico' },
    {
      topics: ['device', 'unreachable', 'account', 'other'],
      whose: 'ours',
      gender: 'm',
      words: 'app=aplicativo=aplicação, site, chat, atendimento',
    },
    { topics: ['unreachable', 'other'], whose: 'ours', gender: 'f', words: 'loja, linha de apoio=central' },
  ],
  words: {
    outage: 'internet',
    speed: 'internet',
    billing: 'fatura',
    appointment: 'visita',
    device: 'serviço',
    cancellation: 'cancelamento',
    coverage: 'sinal',
    unreachable: 'atendimento',
    order: 'pedido',
    account: 'conta',
    fraud: 'conta',
    other: 'serviço',
  },
  forms: ({ word, whose, gender }) => {
    const before = {
      theirs: gender === 'f' ? 'sua' : 'seu',
      ours: gender === 'f' ? 'nossa' : 'nosso',
      nobody: gender === 'f' ? 'a' : 'o',
    };
    return { thing: `${before[whose]} ${word}`, noun: word };
  },
  day: (when) => {
    if (when.kind === 'today') return 'hoje mesmo';
    if (when.kind === 'yesterday') return 'ontem';
    if (when.kind === 'month') return `em ${when.name}`;
    return when.number === 0 || when.number === 6 ? `no ${when.name}` : `na ${when.name}`;
  },
  keepsCapital: /^\p{Lu}{2,}$/u,
  moves: {
    greet: { named: ['{name}, ', 'Oi, {name}. ', 'Olá, {name}. '], unnamed: ['', 'Oi. ', 'Olá. '] },
    wait: [
      '{Wait} é tempo demais.',
      '{Wait}: ninguém deveria esperar tanto.',
      '{Wait}, e a paciência tem limite, com razão.',
    ],
    stake: ['E logo {stake}.', 'Acontecer {stake} deixa tudo pior.', 'Justo {stake}, não podia vir em pior hora.'],
    safety: [
      'Se a saúde de alguém depende dessa linha, isso vem antes de tudo.',
      'Com a saúde de alguém em jogo, isso não pode ficar em fila.',
    ],
    burning: ['Tire da tomada agora, por favor, se ainda estiver ligado: primeiro o cheiro, depois a internet.'],
    history: {
      same: [
        'Vi que já escreveu {day} sobre {thing}; não precisa contar tudo de novo.',
        'Já nos escreveu {day} sobre o mesmo assunto, {thing}.',
      ],
      any: ['Tenho aqui o que escreveu {day}; não precisa começar do zero.', 'Li também a mensagem que mandou {day}.'],
    },
    incident: {
      here: ['Não é só aí: {incident}', 'É isto que sabemos: {incident}', 'Não é nada do seu lado. {incident}'],
      area: ['Temos uma ocorrência aberta em {area}, então não é só aí.', 'Há uma ocorrência em {area} neste momento.'],
      ask: ['Temos uma ocorrência aberta em {area}. É aí que está?', 'É em {area}? Há uma ocorrência aberta por lá.'],
    },
    fact: {
      status: ['O estado da rede, ao vivo e sem login: {fact}', 'Dá para ver aqui como está a rede: {fact}'],
      help: ['Os passos estão numa página só: {fact}', 'Está tudo explicado aqui: {fact}'],
      chat: ['O caminho mais rápido até uma pessoa é o chat: {fact}', 'No chat responde gente: {fact}'],
      phone: ['O número para isso é {fact}.', 'O telefone certo é {fact}.'],
      email: ['Se preferir escrever: {fact}', 'Por e-mail: {fact}'],
      dm: ['A mensagem direta abre aqui: {fact}', 'Dá para nos escrever em privado aqui: {fact}'],
      hours: ['O nosso horário: {fact}.', 'Estamos abertos: {fact}.'],
      notice: ['O aviso de agora: {fact}', 'O mais recente está aqui: {fact}'],
    },
    unknown: [
      'Sobre {thing}, prefiro confirmar a adivinhar; já estou perguntando.',
      'Boa pergunta, e quero a resposta certa, não a rápida. Estou procurando.',
      'Não tenho essa resposta à mão, e palpite não ajuda ninguém. Estou vendo.',
      'Prefiro confirmar antes de responder pela metade; estou verificando.',
    ],
    questionDm: [
      'Pode depender do contrato: com o número de cliente por mensagem direta (aqui não, por favor) vejo o seu caso e não a regra geral.',
      'Se quiser que eu veja na sua conta, mande o CEP ou código postal por mensagem direta.',
    ],
    questionAsk: [
      ['É para uma linha que já tem conosco ou para uma nova? A resposta muda.'],
      ['Para que cidade ou bairro é? Assim respondo para lá e não em geral.', 'place'],
      ['Tem alguma data em que precisa disso? Assim sei qual o caminho mais curto.'],
      ['O que já lhe disseram ou já leu sobre isso? Assim começo daí.'],
    ],
    noted: ['Entendido: fica junto com o resto.', 'Ficou claro, e está aqui na minha frente.'],
    idea: [
      'Entendo para que serviria, e agradeço a explicação tão clara.',
      'É uma boa ideia, e clara do jeito que está escrita.',
    ],
    ideaDm: ['Uma captura por mensagem direta, mostrando onde atrapalha, ajuda quem teria de fazer.'],
    ideaAsk: ['Usa mais no celular, na TV ou no computador? Assim sei quem deve ler isto.'],
    takeDown: [
      'Apague esse post, por favor: tem dados pessoais, e aqui qualquer um lê.',
      'Primeiro, tire esse post do ar, por favor: há dados pessoais à vista.',
    ],
    takeDownDm: [
      'Por mensagem direta basta o número de cliente; nunca cartão, PIN ou senha.',
      'Depois, só o número de cliente por mensagem direta. Nunca pedimos cartão nem senha.',
    ],
    takeDownAsk: [
      'Avisa quando tiver apagado? Aí seguimos por mensagem direta.',
      'Três pontinhos, depois Excluir. Essa opção aparece aí?',
    ],
    thanks: {
      any: [
        'Agradeço por dizer. Quase sempre se escreve quando algo falha, então esta eu li duas vezes.',
        'Que bom ler isto. Agradeço o tempo para contar.',
        'Agradeço muito. Uma mensagem assim faz diferença num turno longo.',
      ],
      person: [
        'Agradeço por contar. Trabalho bem feito quase nunca é citado, por isso vale em dobro.',
        'Toda visita devia ser assim. Agradeço por reparar na pessoa, e não só no conserto.',
      ],
      solved: [
        'Era a mensagem que eu queria ler. Agradeço o aviso.',
        'Que bom que voltou. Agradeço a paciência e o recado.',
      ],
      history: ['Depois do que escreveu {day}, isto vale em dobro. Agradeço.'],
      short: [
        'Agradeço, é bom de ler.',
        'Agradeço mesmo, isto alegra o turno.',
        'Fica aqui o nosso agradecimento, de coração.',
      ],
    },
    notOurs: [
      'Desculpe, essa não é nossa, então daqui não consigo fazer nada de útil.',
      'Desculpe, essa linha não é nossa, embora eu quisesse ajudar.',
    ],
    elsewhere: {
      named: ['Quem pode ver isso é {handle}.', 'O melhor é falar com {handle}.'],
      unnamed: ['A conta de ajuda da sua operadora, a que vem na fatura, deve conseguir ver.'],
    },
    otherLanguage: ['Desculpe escrever em português.'],
    askOurs: [
      'A linha é da {brand}? Se for, eu vejo.',
      'É cliente da {brand}? Então eu vejo; se não, espero que resolvam logo.',
    ],
    checkIn: {
      outage: [
        'Houve uma queda {day}: {thing} continua funcionando?',
        'Pergunto pela queda que houve {day}: {thing} continua funcionando?',
        'Depois da queda, {thing} continua funcionando?',
      ],
      fixed: [
        'Você escreveu {day} sobre {thing}: continua tudo certo?',
        'Queria saber se continua tudo certo com {thing}.',
      ],
      open: [
        'Você escreveu {day} sobre {thing}, e não esqueci. Como está agora?',
        'Não esqueci: como está {thing} agora?',
      ],
    },
  },
  topics: {
    outage: {
      sorry: [
        'Sinto muito que esteja sem {noun} {since}.',
        'Sem {noun} {since} é muita coisa, e sinto muito.',
        'Sinto muito pela queda {where}: ficar sem {noun} para tudo.',
        'Sinto muito que esteja sem {noun}.',
        'Ficar sem {noun} não é pouca coisa. Sinto muito.',
      ],
      check: [
        'Estou vendo agora se há falha na região ou só na sua linha.',
        'Ainda não sei a causa e não vou chutar: estou procurando a falha agora.',
      ],
      dm: [
        'Com o CEP ou código postal por mensagem direta (aqui não, por favor) vejo o que a sua linha está fazendo.',
        'Mande o número de cliente por mensagem direta e testo a linha daqui.',
      ],
      ask: [
        ['Em que cidade ou bairro é? Assim separo uma falha local de uma geral.', 'place'],
        ['Os vizinhos estão igual, ou é só aí? Isso me diz onde olhar primeiro.', 'scope'],
        ['Que luzes aparecem no aparelho? Isso diz se é a linha ou ele.', 'light'],
        ['Caiu tudo de uma vez ou foi e voltou antes?'],
      ],
    },
    speed: {
      sorry: [
        'Sinto muito que {thing} esteja assim {since}.',
        'Assim não dá para fazer nada, e sinto muito por {thing} estar desse jeito.',
        'Não é isso que {thing} devia entregar. Sinto muito.',
      ],
      check: [
        'Estou vendo o que devia chegar aí e o que está segurando.',
        'Estou vendo se é a região ou um defeito, para dar um motivo e não uma desculpa.',
      ],
      dm: [
        'Mande o número de cliente por mensagem direta (aqui não, por favor) e comparo o que chega com o que foi contratado.',
        'Com o CEP ou código postal por mensagem direta, meço a linha daqui.',
      ],
      ask: [
        ['Com cabo direto no modem fica igual? Isso separa a linha do wifi.'],
        ['É lento o dia todo ou mais à noite? São causas diferentes.', 'since'],
      ],
    },
    billing: {
      sorry: [
        'Sinto muito pelo que houve com {thing}: essa conta era nossa para acertar.',
        'Sinto muito pela confusão com {thing}. Com dinheiro, tem de estar certo e claro.',
        'Correr atrás disso não devia ser tarefa sua. Sinto muito.',
      ],
      check: [
        'Estou vendo linha por linha de onde saiu, antes de dizer qualquer coisa.',
        'Estou vendo onde isso deu errado, para dar um motivo e não só um número.',
      ],
      dm: [
        'Mande o número de cliente por mensagem direta (aqui não, por favor) e vemos linha por linha.',
        'Com o número de cliente por mensagem direta, nunca o cartão, abro e explico cada linha.',
      ],
      ask: [
        ['É de que mês? Assim olho o certo.'],
        ['Mudou algo no plano antes disso, um desconto que acabou ou uma mudança?'],
        ['É uma linha nova na fatura ou o total que mudou?'],
      ],
    },
    appointment: {
      sorry: [
        'Sinto muito pela espera: cumpriu a sua parte e nós não.',
        'Sinto muito que tenha ficado esperando à toa.',
        'Não se faz isso com quem ficou em casa esperando. Sinto muito.',
      ],
      check: [
        'Estou apurando o que houve com a visita antes que alguém marque outra hora.',
        'Estou perguntando onde emperrou, para dar um motivo e não outro horário.',
      ],
      dm: [
        'Com o número de cliente por mensagem direta vejo o que ficou anotado sobre a visita.',
        'Mande o CEP ou código postal por mensagem direta e vejo o que falhou com a visita.',
      ],
      ask: [
        ['Que dia serviria mesmo? Assim peço esse, e não o primeiro que houver.'],
        ['Alguém avisou antes, por telefone ou mensagem, ou nada?'],
      ],
    },
    device: {
      sorry: [
        'Sinto muito pelo trabalho que {thing} está dando {since}.',
        'Sinto muito pelo trabalho que {thing} está dando.',
        'Não é para isso que {thing} existe. Sinto muito.',
      ],
      check: [
        'Estou vendo se é um defeito conhecido, antes de pedir que tente qualquer coisa.',
        'Estou perguntando se com outros acontece o mesmo.',
      ],
      dm: [
        'Uma foto do que aparece na tela, por mensagem direta, diria mais que dez perguntas.',
        'Mande por mensagem direta o que diz a etiqueta ou a tela, e vejo o que há.',
      ],
      ask: [
        ['O que aparece exatamente quando acontece: uma mensagem, uma luz?', 'light'],
        ['Começou depois de uma atualização ou mudança, ou do nada?', 'since'],
      ],
    },
    cancellation: {
      sorry: [
        'Sinto muito por {thing}: sair devia ser tão fácil quanto entrar.',
        'Ter de pedir duas vezes já é uma a mais. Sinto muito.',
      ],
      check: [
        'Estou vendo o que consta e com que data.',
        'Estou vendo onde emperrou, antes que chegue mais uma cobrança.',
      ],
      dm: [
        'Mande o número de cliente por mensagem direta (aqui não, por favor) e vejo o que foi registrado, e quando.',
      ],
      ask: [
        ['Como pediu: por carta, no app ou por telefone? Assim sei onde procurar.'],
        ['Recebeu confirmação, em papel ou por e-mail? Só a data já ajuda.'],
      ],
    },
    coverage: {
      sorry: [
        'Sinto muito pela falta de {noun} {since}.',
        'Sinto muito pela falta de {noun} {where}.',
        'Sinto muito que aí chegue tão mal: assim o celular vira relógio.',
      ],
      check: [
        'Estou vendo se alguma antena por perto está com problema.',
        'Estou perguntando ao pessoal da rede o que veem por aí, em vez de mostrar um mapa verde.',
      ],
      dm: ['Mande o ponto exato por mensagem direta (aqui não, por favor) e vejo a antena que atende.'],
      ask: [
        ['Onde é, mais ou menos? Uma praça ou esquina já serve.', 'place'],
        ['É só dentro de casa ou na rua também? São causas diferentes.'],
      ],
    },
    unreachable: {
      sorry: [
        'Sinto muito que ninguém tenha respondido: a falha é nossa.',
        'Sinto muito por tanta volta. Queria resposta, não musiquinha.',
      ],
      check: ['Agora há uma pessoa aqui: estou vendo em que pé ficou o pedido.'],
      dm: [
        'Conte em duas palavras do que se tratava, com o número de cliente, por mensagem direta: sem fila e sem menu.',
      ],
      ask: [
        ['Do que se tratava no começo? Com uma linha já parto daí.'],
        ['Alguém deu um nome ou um dia para o retorno?'],
      ],
    },
    order: {
      sorry: [
        'Sinto muito por {thing}: fez a sua parte, e faltou a nossa.',
        'Sinto muito que {thing} tenha virado um trabalho.',
      ],
      check: ['Estou vendo onde está de verdade, e não o que diz o rastreio.'],
      dm: ['Mande o número do pedido por mensagem direta (aqui não, por favor) e vejo onde parou.'],
      ask: [['O que disseram por último, e quem: nós ou o entregador?'], ['Ainda quer receber, ou já não serve?']],
    },
    account: {
      sorry: [
        'Sinto muito que {thing} esteja travando o caminho.',
        'Sinto muito pelas voltas com {thing}: cansa qualquer um.',
      ],
      check: ['Estou vendo o que está bloqueando.', 'Estou vendo como se resolve sem mais uma volta.'],
      dm: ['Mande por mensagem direta só o número de cliente. Nunca precisamos de senha nem PIN.'],
      ask: [['Em que passo para, e o que aparece ali?'], ['Mudou algo antes: número, aparelho, nome?']],
    },
    fraud: {
      sorry: [
        'Agradeço o aviso, e sinto muito pelo susto.',
        'Sinto muito que isso tenha chegado. Perguntar antes foi o certo.',
      ],
      check: ['Estou vendo quem está por trás. Até lá, melhor não clicar nem pagar nada.'],
      dm: ['Uma captura por mensagem direta ajuda. Nunca pedimos cartão, PIN ou senha.'],
      ask: [
        ['Clicou ou passou algum dado? Se sim, isso vem primeiro.'],
        ['Veio por mensagem, e-mail ou ligação, e com que nome?'],
      ],
    },
    other: {
      sorry: [
        'Sinto muito. Não é assim que devia ser.',
        'Isso também me irritaria. Sinto muito.',
        'Dá para entender a irritação, e sinto muito.',
      ],
      check: [
        'Estou vendo o que aconteceu antes de dizer qualquer coisa.',
        'Estou vendo agora, para dar um motivo e não uma frase.',
      ],
      dm: ['Com o número de cliente por mensagem direta (aqui não, por favor) vejo o seu caso, e não o caso médio.'],
      ask: [
        ['Por onde começo: a linha, a fatura ou algo que pediu?'],
        ['Desde quando acontece? Um dia aproximado já ajuda.', 'since'],
      ],
    },
  },
};
