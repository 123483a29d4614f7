import type { Category } from '../offers/types.js';

/** Touchpoints that have an e-mail of their own. */
export const MAIL_TOUCHPOINTS = ['confirmation', 'pre-departure', 'post-landing', 'return'] as const;
export type MailTouchpoint = (typeof MAIL_TOUCHPOINTS)[number];

/** What an e-mail says at a touchpoint; `{airline}`, `{destination}` and `{pnr}` are filled in. */
export interface TouchpointWords {
  subject: string;
  heading: string;
  intro: string;
}

/** An e-mail's words in one language. */
export interface MailWords {
  touchpoints: Record<MailTouchpoint, TouchpointWords>;
  greeting: string;
  greetingWithoutName: string;
  ordered: string;
  reference: string;
  total: string;
  offers: string;
  open: string;
  footer: string;
  categories: Record<Category, string>;
}

const en: MailWords = {
  touchpoints: {
    confirmation: {
      subject: 'Your order for booking {pnr}',
      heading: 'Your order is confirmed',
      intro: 'Thank you. Here is what you ordered with {airline}; keep the codes at hand.',
    },
    'pre-departure': {
      subject: 'Your trip to {destination}: what you may need',
      heading: 'Ready for {destination}?',
      intro: 'You are leaving soon. A few things that make the journey easier:',
    },
    'post-landing': {
      subject: 'Welcome to {destination}',
      heading: 'Welcome to {destination}',
      intro: 'You have arrived. This may help you on your way:',
    },
    return: {
      subject: 'Your way home from {destination}',
      heading: 'Your way home',
      intro: 'Your return flight is near. Make it comfortable:',
    },
  },
  greeting: 'Dear {name},',
  greetingWithoutName: 'Dear traveller,',
  ordered: 'Your order',
  reference: 'Code',
  total: 'Total',
  offers: 'For your trip',
  open: 'See the offers',
  footer: 'You receive this e-mail because of your booking {pnr} with {airline}.',
  categories: {
    ESIMS: 'eSIM',
    LOUNGE_ACCESS: 'Lounge',
    FAST_TRACK: 'Fast track',
    BAGGAGE_PROTECTION: 'Baggage protection',
    CARBON_OFFSET: 'Carbon offset',
    AIRPORT_TRANSFER: 'Transfer',
    CAR_RENTAL: 'Rental car',
    TRAVEL_INSURANCE: 'Travel insurance',
  },
};

const es: MailWords = {
  touchpoints: {
    confirmation: {
      subject: 'Su pedido para la reserva {pnr}',
      heading: 'Su pedido está confirmado',
      intro: 'Gracias. Esto es lo que ha pedido con {airline}; tenga los códigos a mano.',
    },
    'pre-departure': {
      subject: 'Su viaje a {destination}: lo que puede necesitar',
      heading: '¿Listo para {destination}?',
      intro: 'Su salida se acerca. Algunas cosas que facilitan el viaje:',
    },
    'post-landing': {
      subject: 'Bienvenido a {destination}',
      heading: 'Bienvenido a {destination}',
      intro: 'Ya ha llegado. Esto puede ayudarle:',
    },
    return: {
      subject: 'Su regreso desde {destination}',
      heading: 'Su viaje de vuelta',
      intro: 'Su vuelo de regreso está cerca. Hágalo más cómodo:',
    },
  },
  greeting: 'Hola, {name}:',
  greetingWithoutName: 'Estimado viajero:',
  ordered: 'Su pedido',
  reference: 'Código',
  total: 'Total',
  offers: 'Para su viaje',
  open: 'Ver las ofertas',
  footer: 'Recibe este correo por su reserva {pnr} con {airline}.',
  categories: {
    ESIMS: 'eSIM',
    LOUNGE_ACCESS: 'Sala VIP',
    FAST_TRACK: 'Acceso rápido',
    BAGGAGE_PROTECTION: 'Protección de equipaje',
    CARBON_OFFSET: 'Compensación de carbono',
    AIRPORT_TRANSFER: 'Traslado',
    CAR_RENTAL: 'Coche de alquiler',
    TRAVEL_INSURANCE: 'Seguro de viaje',
  },
};

const el: MailWords = {
  touchpoints: {
    confirmation: {
      subject: 'Η παραγγελία σας για την κράτηση {pnr}',
      heading: 'Η παραγγελία σας επιβεβαιώθηκε',
      intro: 'Σας ευχαριστούμε. Όσα παραγγείλατε με την {airline}· κρατήστε τους κωδικούς.',
    },
    'pre-departure': {
      subject: 'Το ταξίδι σας – {destination}: ό,τι ίσως χρειαστείτε',
      heading: 'Έτοιμοι για {destination};',
      intro: 'Η αναχώρησή σας πλησιάζει. Λίγα πράγματα που διευκολύνουν το ταξίδι:',
    },
    'post-landing': {
      subject: 'Καλώς ήρθατε – {destination}',
      heading: 'Καλώς ήρθατε – {destination}',
      intro: 'Φτάσατε. Αυτά ίσως σας βοηθήσουν:',
    },
    return: {
      subject: 'Η επιστροφή σας – {destination}',
      heading: 'Η επιστροφή σας',
      intro: 'Η πτήση επιστροφής πλησιάζει. Κάντε την πιο άνετη:',
    },
  },
  greeting: 'Αγαπητέ/ή {name},',
  greetingWithoutName: 'Αγαπητέ ταξιδιώτη,',
  ordered: 'Η παραγγελία σας',
  reference: 'Κωδικός',
  total: 'Σύνολο',
  offers: 'Για το ταξίδι σας',
  open: 'Δείτε τις προσφορές',
  footer: 'Λαμβάνετε αυτό το μήνυμα λόγω της κράτησής σας {pnr} με την {airline}.',
  categories: {
    ESIMS: 'eSIM',
    LOUNGE_ACCESS: 'Αίθουσα αναμονής',
    FAST_TRACK: 'Ταχεία διέλευση',
    BAGGAGE_PROTECTION: 'Προστασία αποσκευών',
    CARBON_OFFSET: 'Αντιστάθμιση άνθρακα',
    AIRPORT_TRANSFER: 'Μεταφορά',
    CAR_RENTAL: 'Ενοικίαση αυτοκινήτου',
    TRAVEL_INSURANCE: 'Ταξιδιωτική ασφάλιση',
  },
};

const ar: MailWords = {
  touchpoints: {
    confirmation: {
      subject: 'طلبك للحجز {pnr}',
      heading: 'تم تأكيد طلبك',
      intro: 'شكرًا لك. إليك ما طلبته مع {airline}؛ احتفظ بالرموز.',
    },
    'pre-departure': {
      subject: 'رحلتك إلى {destination}: ما قد تحتاج إليه',
      heading: 'هل أنت مستعد لـ {destination}؟',
      intro: 'موعد سفرك يقترب. بعض ما يسهّل رحلتك:',
    },
    'post-landing': {
      subject: 'أهلًا بك في {destination}',
      heading: 'أهلًا بك في {destination}',
      intro: 'لقد وصلت. قد يفيدك ما يلي:',
    },
    return: {
      subject: 'رحلة عودتك من {destination}',
      heading: 'رحلة عودتك',
      intro: 'رحلة عودتك قريبة. اجعلها أكثر راحة:',
    },
  },
  greeting: 'عزيزي/عزيزتي {name}،',
  greetingWithoutName: 'عزيزي المسافر،',
  ordered: 'طلبك',
  reference: 'الرمز',
  total: 'المجموع',
  offers: 'لرحلتك',
  open: 'عرض العروض',
  footer: 'تصلك هذه الرسالة بسبب حجزك {pnr} مع {airline}.',
  categories: {
    ESIMS: 'شريحة eSIM',
    LOUNGE_ACCESS: 'صالة انتظار',
    FAST_TRACK: 'المسار السريع',
    BAGGAGE_PROTECTION: 'حماية الأمتعة',
    CARBON_OFFSET: 'تعويض الكربون',
    AIRPORT_TRANSFER: 'نقل',
    CAR_RENTAL: 'سيارة مستأجرة',
    TRAVEL_INSURANCE: 'تأمين السفر',
  },
};

const de: MailWords = {
  touchpoints: {
    confirmation: {
      subject: 'Ihre Bestellung zur Buchung {pnr}',
      heading: 'Ihre Bestellung ist bestätigt',
      intro: 'Vielen Dank. Das haben Sie bei {airline} bestellt; halten Sie die Codes bereit.',
    },
    'pre-departure': {
      subject: 'Ihre Reise nach {destination}: was Sie brauchen könnten',
      heading: 'Bereit für {destination}?',
      intro: 'Bald geht es los. Einiges, was die Reise leichter macht:',
    },
    'post-landing': {
      subject: 'Willkommen in {destination}',
      heading: 'Willkommen in {destination}',
      intro: 'Sie sind angekommen. Das hilft Ihnen vielleicht weiter:',
    },
    return: {
      subject: 'Ihre Heimreise von {destination}',
      heading: 'Ihre Heimreise',
      intro: 'Ihr Rückflug steht bevor. So wird er angenehmer:',
    },
  },
  greeting: 'Guten Tag {name},',
  greetingWithoutName: 'Guten Tag,',
  ordered: 'Ihre Bestellung',
  reference: 'Code',
  total: 'Summe',
  offers: 'Für Ihre Reise',
  open: 'Angebote ansehen',
  footer: 'Sie erhalten diese E-Mail wegen Ihrer Buchung {pnr} bei {airline}.',
  categories: {
    ESIMS: 'eSIM',
    LOUNGE_ACCESS: 'Lounge',
    FAST_TRACK: 'Fast Track',
    BAGGAGE_PROTECTION: 'Gepäckschutz',
    CARBON_OFFSET: 'CO₂-Ausgleich',
    AIRPORT_TRANSFER: 'Transfer',
    CAR_RENTAL: 'Mietwagen',
    TRAVEL_INSURANCE: 'Reiseversicherung',
  },
};

const fr: MailWords = {
  touchpoints: {
    confirmation: {
      subject: 'Votre commande pour la réservation {pnr}',
      heading: 'Votre commande est confirmée',
      intro: 'Merci. Voici ce que vous avez commandé avec {airline} ; gardez les codes à portée de main.',
    },
    'pre-departure': {
      subject: 'Votre voyage à {destination} : ce qui peut vous servir',
      heading: 'Prêt pour {destination} ?',
      intro: 'Votre départ approche. De quoi faciliter le voyage :',
    },
    'post-landing': {
      subject: 'Bienvenue à {destination}',
      heading: 'Bienvenue à {destination}',
      intro: 'Vous voilà arrivé. Ceci peut vous aider :',
    },
    return: {
      subject: 'Votre retour de {destination}',
      heading: 'Votre retour',
      intro: 'Votre vol retour approche. Rendez-le plus confortable :',
    },
  },
  greeting: 'Bonjour {name},',
  greetingWithoutName: 'Bonjour,',
  ordered: 'Votre commande',
  reference: 'Code',
  total: 'Total',
  offers: 'Pour votre voyage',
  open: 'Voir les offres',
  footer: 'Vous recevez cet e-mail en raison de votre réservation {pnr} avec {airline}.',
  categories: {
    ESIMS: 'eSIM',
    LOUNGE_ACCESS: 'Salon',
    FAST_TRACK: 'Accès rapide',
    BAGGAGE_PROTECTION: 'Protection des bagages',
    CARBON_OFFSET: 'Compensation carbone',
    AIRPORT_TRANSFER: 'Transfert',
    CAR_RENTAL: 'Voiture de location',
    TRAVEL_INSURANCE: 'Assurance voyage',
  },
};

/** Words by language; English where a language is not here. */
export const MAIL_WORDS: Record<string, MailWords> & { en: MailWords } = { en, es, el, ar, de, fr };
