-- Time travel reads the log by thing. The indexes hold only the events that are named here, so that all others pay
-- nothing for them; they grow at their right end.

-- where things begin: lists of a kind as of a moment
create index domain_event_beginning on domain_event (payload_type, global_index) where payload_type in (
    'identity.UserRegistered', 'identity.SessionStarted', 'connections.ConnectionEstablished', 'projects.ProjectCreated',
    'assistant.QuestionAsked');

-- events of connections that change what is known of their owner
create index domain_event_of_owner on domain_event ((payload::json ->> 'ownerId'), global_index) where payload_type in (
    'connections.ConnectionSelected', 'connections.ConnectionRemoved');

-- erasures, which end everything that belonged to the person
create index domain_event_of_erased on domain_event ((payload::json ->> 'userId'), global_index) where payload_type in (
    'identity.UserErasureRequested', 'identity.UserErased');
